#include "council/practices/practice_fixture.h"
#include "search/index.h"

namespace homeward::council {
namespace {

TEST_F(PracticeTest, GoesFromDraftThroughItsStateAndThreeReviewsToTheReader) {
    const auto id = written();
    EXPECT_EQ(stage(id), PracticeStage::draft);
    ASSERT_TRUE(submit(uz, id));
    EXPECT_EQ(stage(id), PracticeStage::clearance);
    ASSERT_TRUE(clear(uz_alternate, id));
    EXPECT_EQ(stage(id), PracticeStage::review);
    EXPECT_EQ(practice(id).round, 1);
    review_all(id);
    EXPECT_EQ(stage(id), PracticeStage::reviewed);
    ASSERT_TRUE(publish(secretariat, id));
    EXPECT_EQ(stage(id), PracticeStage::published);
    EXPECT_EQ(practice(id).published_on, (Date{2024, 5, 14}));
    EXPECT_EQ(practice(id).review_due_on, (Date{2026, 5, 14}));
    EXPECT_EQ(text("SELECT group_concat(step, ' ') FROM (SELECT step FROM practice_steps ORDER BY number)"), "written submitted cleared reviewed published");
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE action LIKE 'practice.%'"), 5 + 3 + 3);
}

TEST_F(PracticeTest, IsReadByNobodyElseBeforeItIsPublished) {
    const auto id = written();
    const auto readers = [&] {
        std::string names;
        for (const auto* actor : {&guest, &observer, &secretariat, &uz, &uz_alternate, &kg, &kz, &tj, &expert, &other_expert}) {
            if (sees(*actor, id)) names += (names.empty() ? "" : " ") + (actor->role == Role::guest ? "guest" : actor->username);
        }
        return names;
    };
    EXPECT_EQ(readers(), "secretariat focal.uz alternate.uz");
    ASSERT_TRUE(submit(uz, id));
    EXPECT_EQ(readers(), "secretariat focal.uz alternate.uz");
    ASSERT_TRUE(clear(uz_alternate, id));
    EXPECT_EQ(readers(), "secretariat focal.uz alternate.uz");
    ASSERT_TRUE(take_up(kg, id));
    ASSERT_TRUE(ask(expert, id));
    EXPECT_EQ(readers(), "secretariat focal.uz alternate.uz focal.kg expert");
    ASSERT_TRUE(give_back(secretariat, id));
    EXPECT_EQ(readers(), "secretariat focal.uz alternate.uz");
    EXPECT_EQ(key_of(submit(kg, id)), "practice.not_found");
}

TEST_F(PracticeTest, IsReadByAllOrByTheSignedInOncePublished) {
    const auto open = published();
    EXPECT_TRUE(sees(guest, open));
    auto content = a_practice();
    content.readers = "signed_in";
    const auto inside = *write(uz, content);
    ASSERT_TRUE(submit(uz, inside));
    ASSERT_TRUE(clear(uz_alternate, inside));
    review_all(inside);
    ASSERT_TRUE(publish(secretariat, inside));
    EXPECT_FALSE(sees(guest, inside));
    EXPECT_TRUE(sees(observer, inside));
}

TEST_F(PracticeTest, IsClearedByASecondPersonOfItsState) {
    const auto id = written();
    EXPECT_EQ(key_of(clear(uz_alternate, id)), "practice.stage");
    ASSERT_TRUE(submit(uz_alternate, id));
    EXPECT_EQ(key_of(clear(uz, id)), "practice.own_work") << "its author";
    EXPECT_EQ(key_of(clear(uz_alternate, id)), "practice.own_work") << "who submitted it";
    EXPECT_EQ(key_of(clear(secretariat, id)), "access.not_allowed");
    EXPECT_EQ(key_of(clear(kg, id)), "practice.not_found");
    EXPECT_EQ(key_of(give_back(uz_alternate, id, " ")), "council.text_missing");
    ASSERT_TRUE(give_back(uz_alternate, id));
    EXPECT_EQ(stage(id), PracticeStage::draft);
    EXPECT_EQ(text("SELECT note FROM practice_steps WHERE step = 'returned'"), "Say more about the cost.");
}

TEST_F(PracticeTest, AFocalPointWritesForTheOwnStateAndAnExpertForAny) {
    EXPECT_EQ(key_of(write(kg, a_practice())), "practice.not_your_state");
    EXPECT_EQ(key_of(write(observer, a_practice())), "access.not_allowed");
    const auto id = write(expert, a_practice());
    ASSERT_TRUE(id);
    EXPECT_TRUE(sees(expert, *id));
    ASSERT_TRUE(submit(expert, *id));
    EXPECT_TRUE(clear(uz, *id));
}

TEST_F(PracticeTest, EachSavingIsAVersionWithWhatItChanged) {
    const auto id = written();
    auto content = a_practice();
    content.texts[0].results = "Nine of ten families asked for help in time.";
    content.texts.push_back(a_text("ru", "Посещения семей в первый месяц"));
    content.evidence = "evaluation";
    ASSERT_TRUE(save(uz_alternate, id, 1, content));
    EXPECT_EQ(key_of(save(uz, id, 1, a_practice())), "edit.changed_meanwhile");
    EXPECT_EQ(key_of(submit(uz, id, 1)), "edit.changed_meanwhile");
    ASSERT_TRUE(save(uz, id, 2, content)) << "nothing changed";
    EXPECT_EQ(practice(id).version, 2);
    const auto versions = get<std::vector<PracticeVersion>>([&](store::Connection& db) -> Result<std::vector<PracticeVersion>> { return list_versions(db, id); });
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].by, "alternate.uz");
    ASSERT_EQ(versions[0].changes.size(), 1u + 1u + kPracticeFields.size());
    EXPECT_EQ(versions[0].changes[0].field, "evidence");
    EXPECT_EQ(versions[0].changes[1].before, "Most families asked for help in time.");
    EXPECT_EQ(practice(id).texts[1].title, "Посещения семей в первый месяц");
}

TEST_F(PracticeTest, WhatIsWrongIsRefusedWhereItStands) {
    const auto with = [&](auto change) {
        PracticeContent content = a_practice();
        change(content);
        const auto refused = write(uz, content);
        return refused ? std::string() : refused.error().key + " " + refused.error().field;
    };
    EXPECT_EQ(with([](auto& p) { p.kind = "idea"; }), "practice.kind kind");
    EXPECT_EQ(with([](auto& p) { p.topics = {"family", "family"}; }), "practice.topics topics");
    EXPECT_EQ(with([](auto& p) { p.topics = {}; }), "practice.topics topics");
    EXPECT_EQ(with([](auto& p) { p.year_to = 2019; }), "practice.years year_to");
    EXPECT_EQ(with([](auto& p) { p.year_from = 2025; }), "practice.years year_from");
    EXPECT_EQ(with([](auto& p) { p.evidence = "certain"; }), "practice.evidence evidence");
    EXPECT_EQ(with([](auto& p) { p.cost_low = 10, p.cost_high = 5, p.currency = "USD"; }), "practice.cost cost_high");
    EXPECT_EQ(with([](auto& p) { p.cost_low = 10; }), "practice.currency currency");
    EXPECT_EQ(with([](auto& p) { p.texts[0].language = "kk"; }), "practice.languages texts");
    EXPECT_EQ(with([](auto& p) { p.texts[0].title = " "; }), "council.text_missing texts/0/title");
    EXPECT_EQ(with([](auto& p) { p.texts[0].context = std::string(6001, 'a'); }), "council.text_long texts/0/context");
    EXPECT_EQ(with([](auto& p) { p.texts[0].contact = "worker@centre.example"; }), "council.person_data_email texts/0/contact");
    EXPECT_EQ(with([](auto& p) { p.texts.push_back(a_text("kk")); p.texts[1].problem = "AA1234567"; }), "council.person_data_document texts/1/problem");
    EXPECT_EQ(with([](auto& p) { p.texts.push_back(a_text("kk")); }), "");
}

TEST_F(PracticeTest, IsSubmittedWhenTheTemplateIsFilledInEnglishOrRussian) {
    auto content = a_practice();
    content.texts[0].rights = "";
    content.texts[0].age = " ";
    const auto id = *write(uz, content);
    const auto refused = submit(uz, id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "practice.incomplete");
    EXPECT_EQ(refused.error().params.at("fields"), "age, rights");
    content.texts.push_back(a_text("ru"));
    ASSERT_TRUE(save(uz, id, 1, content));
    EXPECT_TRUE(submit(uz, id, 2));
}

TEST_F(PracticeTest, ALessonThatDidNotWorkGoesTheSameWay) {
    auto content = a_practice();
    content.kind = "did_not_work";
    content.evidence = "none_yet";
    const auto id = *write(uz, content);
    ASSERT_TRUE(submit(uz, id));
    ASSERT_TRUE(clear(uz_alternate, id));
    review_all(id);
    ASSERT_TRUE(publish(secretariat, id));
    published();
    const auto lessons = page(guest, {.kind = "did_not_work"});
    ASSERT_EQ(lessons.items.size(), 1u);
    EXPECT_EQ(lessons.items[0].id, id);
    EXPECT_EQ(page(guest).items.size(), 2u);
}

TEST_F(PracticeTest, TheSearchFindsItForThoseWhoMayReadIt) {
    const auto id = written();
    const auto found = [&](const Actor& actor, const char* words) {
        std::size_t hits = 0;
        store->read([&](store::Connection& db) { hits = search::find(db, {words, words_of(actor), "practice", "uz", "", {}, 0, 20}).value().hits.size(); });
        return hits;
    };
    EXPECT_EQ(found(uz, "visits"), 1u);
    EXPECT_EQ(found(guest, "visits"), 0u);
    ASSERT_TRUE(submit(uz, id));
    ASSERT_TRUE(clear(uz_alternate, id));
    review_all(id);
    ASSERT_TRUE(publish(secretariat, id));
    EXPECT_EQ(found(guest, "visits"), 1u);
    EXPECT_EQ(page(guest, {.words = "social worker"}).items.size(), 1u);
    EXPECT_EQ(page(guest, {.kind = "did_not_work", .words = "social worker"}).items.size(), 0u);
}

TEST_F(PracticeTest, TheListIsFilteredAndPaged) {
    auto content = a_practice();
    for (int i = 0; i < 7; ++i) {
        now = now.plus_seconds(60);
        content.topics = {i % 2 ? "education" : "family"};
        content.year_from = 2015 + i;
        content.year_to = 2016 + i;
        ASSERT_TRUE(write(uz, content));
    }
    EXPECT_EQ(page(uz, {.topic = "education"}).items.size(), 3u);
    EXPECT_EQ(page(uz, {.year = 2016}).items.size(), 2u);
    EXPECT_EQ(page(uz, {.state = "kg"}).items.size(), 0u);
    EXPECT_EQ(page(uz, {.stage = "published"}).items.size(), 0u);
    EXPECT_EQ(page(guest).items.size(), 0u);
    std::vector<int> years;
    std::string cursor;
    int pages = 0;
    do {
        const auto part = page(uz, {}, cursor, 3);
        for (const auto& line : part.items) years.push_back(line.year_from);
        cursor = part.next.value_or("");
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(years, (std::vector<int>{2021, 2020, 2019, 2018, 2017, 2016, 2015}));
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(key_of(works->read<PracticePage>(uz, [](Work& work) { return list_practices(work, {}, "nonsense", 3); })), "practice.cursor");
}

}  // namespace
}  // namespace homeward::council

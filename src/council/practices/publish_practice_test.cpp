#include "council/practices/practice_fixture.h"

namespace homeward::council {
namespace {

struct PublishedPractice : PracticeTest {
    PracticeId id = published();

    Done correct(const Actor& actor, const std::string& field, const std::string& text, const std::string& note = "A slip of the pen.", int seen = 1) {
        return act<void>(actor, [&](Work& work) { return correct_practice(work, region, id, seen, "en", field, text, note); });
    }
    Result<PracticeUseId> use(const Actor& actor, const NewPracticeUse& said) {
        return act<PracticeUseId>(actor, [&](Work& work) { return record_use(work, region, id, said); });
    }
    static NewPracticeUse a_use() { return {{"too_early", "It began last month."}, "Osh region", *PartialDate::parse("2024-04"), "Two visits a month."}; }
};

TEST_F(PublishedPractice, ItsTextIsFrozenButForASmallCorrectionWithANote) {
    auto content = a_practice();
    content.texts[0].results = "All families asked for help in time.";
    EXPECT_EQ(key_of(save(uz, id, 1, content)), "practice.stage");
    EXPECT_EQ(key_of(correct(uz, "results", "Most families asked in time.")), "access.not_allowed");
    EXPECT_EQ(key_of(correct(secretariat, "results", "Most families asked in time.", " ")), "council.text_missing");
    EXPECT_EQ(key_of(correct(secretariat, "results", "Most families asked in time.", "Ask worker@centre.example")), "council.person_data_email")
        << "everybody reads what was corrected, and why";
    EXPECT_EQ(key_of(correct(secretariat, "results", std::string(400, 'x'))), "practice.correction_large");
    EXPECT_EQ(key_of(correct(secretariat, "colour", "x")), "practice.field");
    EXPECT_EQ(key_of(correct(secretariat, "contact", "worker@centre.example")), "council.person_data_email");
    EXPECT_EQ(key_of(correct(secretariat, "results", "Most families asked in time.", "A slip.", 4)), "edit.changed_meanwhile");
    ASSERT_TRUE(correct(secretariat, "results", "Most families asked in time."));
    EXPECT_EQ(practice(id).texts[0].results, "Most families asked in time.");
    EXPECT_EQ(text("SELECT before FROM practice_changes"), "Most families asked for help in time.");
    EXPECT_TRUE(sees(guest, id));
}

TEST_F(PublishedPractice, ANewEditionGoesTheWholeWayAndThenTakesItsPlace) {
    const auto begin = [&](const Actor& actor) { return act<PracticeId>(actor, [&](Work& work) { return begin_edition(work, id); }); };
    EXPECT_EQ(key_of(begin(kg)), "practice.not_yours");
    const auto next = *begin(uz);
    EXPECT_EQ(key_of(begin(secretariat)), "practice.edition_at_work");
    EXPECT_EQ(practice(next).edition, 2);
    EXPECT_EQ(practice(next).texts, practice(id).texts);
    EXPECT_FALSE(sees(guest, next));
    EXPECT_EQ(stage(id), PracticeStage::published);
    ASSERT_TRUE(submit(uz, next));
    ASSERT_TRUE(clear(uz_alternate, next));
    review_all(next);
    ASSERT_TRUE(publish(secretariat, next));
    EXPECT_EQ(stage(id), PracticeStage::superseded);
    EXPECT_TRUE(sees(guest, id)) << "it keeps its address";
    ASSERT_EQ(page(guest).items.size(), 1u);
    EXPECT_EQ(page(guest).items[0].id, next);
}

TEST_F(PublishedPractice, IsRenewedOrRetiredWhenItsDayHasCome) {
    EXPECT_EQ(page(guest, {.stage = "overdue"}).items.size(), 0u);
    now = now.plus_days(731);
    EXPECT_EQ(page(guest, {.stage = "overdue"}).items.size(), 1u);
    const auto renew = [&](const Actor& actor, Date until) { return act<void>(actor, [&](Work& work) { return renew_practice(work, id, until, "Still done so."); }); };
    EXPECT_EQ(key_of(renew(uz, {2027, 1, 1})), "access.not_allowed");
    EXPECT_EQ(key_of(renew(secretariat, {2026, 1, 1})), "practice.review_date");
    EXPECT_EQ(key_of(renew(secretariat, {2036, 1, 1})), "practice.review_date");
    ASSERT_TRUE(renew(secretariat, {2028, 5, 14}));
    EXPECT_EQ(page(guest, {.stage = "overdue"}).items.size(), 0u);
    EXPECT_EQ(key_of(act<void>(secretariat, [&](Work& work) { return retire_practice(work, id, "Ask at +996 312 00 00 00"); })), "council.person_data_phone");
    ASSERT_TRUE(act<void>(secretariat, [&](Work& work) { return retire_practice(work, id, "The service has ended."); }));
    EXPECT_EQ(page(guest).items.size(), 0u);
    EXPECT_EQ(page(guest, {.stage = "retired"}).items.size(), 1u);
    EXPECT_EQ(key_of(use(kg, a_use())), "practice.stage");
}

TEST_F(PublishedPractice, IsNotPublishedWithPicturesThatNobodyConsentedTo) {
    auto content = a_practice();
    content.pictures = "consent_missing";
    const auto other = *write(uz, content);
    ASSERT_TRUE(submit(uz, other));
    ASSERT_TRUE(clear(uz_alternate, other));
    review_all(other);
    EXPECT_EQ(key_of(publish(secretariat, other)), "practice.pictures_consent");
}

TEST_F(PublishedPractice, AnotherStateRecordsThatItTookItUpAndWhatCameOfIt) {
    EXPECT_EQ(key_of(use(uz, a_use())), "practice.use_own");
    EXPECT_EQ(key_of(use(observer, a_use())), "access.not_allowed");
    auto ahead = a_use();
    ahead.since = *PartialDate::parse("2025");
    EXPECT_EQ(key_of(use(kg, ahead)), "practice.use_since");
    auto named = a_use();
    named.changed = "Ask at +996 312 00 00 00";
    EXPECT_EQ(key_of(use(kg, named)), "council.person_data_phone");
    const auto used = *use(kg, a_use());
    ASSERT_TRUE(use(kz, a_use()));
    EXPECT_EQ(page(guest).items[0].used_by, 2);

    const auto update = [&](const Actor& actor, int seen, const char* outcome) {
        return act<void>(actor, [&](Work& work) { return update_use(work, used, seen, {outcome, "Families stayed longer in touch."}); });
    };
    EXPECT_EQ(key_of(update(kz, 1, "worked")), "practice.not_your_state");
    EXPECT_EQ(key_of(update(kg, 1, "splendid")), "practice.outcome");
    ASSERT_TRUE(update(kg, 1, "did_not"));
    EXPECT_EQ(key_of(update(kg, 1, "worked")), "edit.changed_meanwhile");
    const auto uses = get<std::vector<PracticeUse>>([&](store::Connection& db) -> Result<std::vector<PracticeUse>> { return list_uses(db, id); });
    const auto of_kg = std::ranges::find(uses, "kg", &PracticeUse::state);
    ASSERT_EQ(of_kg->earlier.size(), 2u);
    EXPECT_EQ(of_kg->earlier[0].outcome, "too_early");
    EXPECT_EQ(of_kg->outcome, "did_not");
}

TEST_F(PracticeTest, LettersGoToWhoeverHasToActAndNameItOnlyOnceItIsPublic) {
    for (const auto* actor : {&uz, &uz_alternate, &kg, &expert, &observer, &secretariat}) {
        ASSERT_TRUE(act<void>(system, [&](Work& work) { return mail::set_address(work, actor->id, actor->username + "@homeward.example"); }));
    }
    const auto letters = [&] {
        return text("SELECT COALESCE(group_concat(line, ', '), '') FROM (SELECT a.username || ' ' || l.kind AS line FROM mail_letters l"
                    " JOIN accounts a ON a.id = l.account_id ORDER BY l.rowid)");
    };
    const auto named = [&] { return number("SELECT count(*) FROM mail_letters WHERE text LIKE '%Family visits%' OR subject LIKE '%Family visits%'"); };
    const auto id = written();
    ASSERT_TRUE(submit(uz, id));
    EXPECT_EQ(letters(), "alternate.uz clearance_waiting");
    ASSERT_TRUE(clear(uz_alternate, id));
    review_all(id);
    EXPECT_EQ(letters(), "alternate.uz clearance_waiting, expert review_asked, secretariat practice_reviewed");
    EXPECT_EQ(named(), 0);
    ASSERT_TRUE(publish(secretariat, id));
    EXPECT_EQ(number("SELECT count(*) FROM mail_letters WHERE kind = 'practice_published'"), 5) << "all but who published it";
    EXPECT_EQ(named(), 5);
}

}  // namespace
}  // namespace homeward::council

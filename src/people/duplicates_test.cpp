#include "people/duplicates.h"
#include "people/edit_person.h"
#include "people/people_fixture.h"

namespace homeward::people {
namespace {

struct DuplicatesTest : PeopleFixture {
    PersonId cyrillic, latin;
    DuplicateId candidate;

    DuplicatesTest() {
        auto first = given("Шодмонова", "Хадича", "Бахромовна", "1992");
        first.documents = {{"passport", "AA0838943", DocumentState::held, std::nullopt}};
        cyrillic = add(first);
        auto second = given("Shodmonova", "Xadicha", "Bahromovna", "1992-04-03");
        second.details.phone = "+998 00 617-91-53";
        second.documents = first.documents;
        latin = add(second);
        note();
        candidate = open_ones().items.at(0).candidate.id;
    }
    void note() {
        EXPECT_TRUE(act<void>(system, [&](access::Work& work) -> Done {
            note_duplicate(work, latin, cyrillic, {identity::Likelihood::possible, 0.9, {identity::Reason::scripts_differ}});
            return {};
        }));
    }
    DuplicatePage open_ones(const access::Actor* actor = nullptr) {
        auto page = read<DuplicatePage>(actor ? *actor : supervisor, [&](access::Work& work) { return list_duplicates(work, *reg, {}, 50); });
        return page ? std::move(page).value() : DuplicatePage{};
    }
    Done same(const access::Actor& actor, PersonId keep) {
        return act<void>(actor, [&](access::Work& work) { return decide_same(work, *reg, candidate, keep); });
    }
};

TEST_F(DuplicatesTest, APairIsNotedOnce) {
    note();
    const auto page = open_ones();
    ASSERT_EQ(page.total, 1u);
    EXPECT_EQ(page.items[0].candidate.reasons, (std::vector<std::string>{"scripts_differ"}));
}

TEST_F(DuplicatesTest, SameMakesOnePersonWithBothNames) {
    ASSERT_TRUE(same(supervisor, cyrillic));
    const auto kept = act<Person>(coordinator, [&](access::Work& work) { return read_person(work, cyrillic); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->names.size(), 2u);
    EXPECT_EQ(kept->names[0].family, "Шодмонова");
    EXPECT_EQ(kept->born_on->str(), "1992-04-03");  // the surer of the two
    EXPECT_EQ(kept->details.phone, "+998 00 617-91-53");
    EXPECT_EQ(kept->papers.size(), 1u);             // one document, not two
    const auto gone = act<Person>(coordinator, [&](access::Work& work) { return read_person(work, latin); });
    EXPECT_EQ(gone.error().key, "person.merged");
    EXPECT_EQ(gone.error().params.at("into"), cyrillic.str());
    RegisterFilter filter;
    filter.query = "xadicha";
    EXPECT_EQ(list(coordinator, filter).items.at(0).id, cyrillic);
    EXPECT_EQ(list(coordinator).total, 1u);
    EXPECT_EQ(open_ones().total, 0u);
    EXPECT_EQ(leaves("person.merged"), 1);
    reload();
    EXPECT_EQ(list(coordinator, filter).total, 1u);
}

TEST_F(DuplicatesTest, DifferentClosesThePairAndTouchesNobody) {
    ASSERT_TRUE(act<void>(supervisor, [&](access::Work& work) { return decide_different(work, candidate); }));
    EXPECT_EQ(list(coordinator).total, 2u);
    EXPECT_EQ(open_ones().total, 0u);
    EXPECT_EQ(same(supervisor, cyrillic).error().key, "duplicate.decided");
}

TEST_F(DuplicatesTest, OnlyWhoReachesBothDecides) {
    EXPECT_EQ(open_ones(&far_supervisor).total, 0u);
    EXPECT_EQ(same(far_supervisor, cyrillic).error().key, "access.not_yours");
    EXPECT_EQ(same(worker, cyrillic).error().key, "access.not_allowed");
    EXPECT_EQ(same(supervisor, PersonId::make(now)).error().key, "duplicate.keep");
    EXPECT_EQ(list(coordinator).total, 2u);
}

TEST_F(DuplicatesTest, TheRecordWithTheCaseFileStays) {
    reg->set_step(latin, CaseStep::opened);
    EXPECT_EQ(same(supervisor, cyrillic).error().key, "duplicate.has_case");
    EXPECT_TRUE(same(supervisor, latin));
    EXPECT_EQ(reg->find(latin)->step, CaseStep::opened);
}

TEST_F(DuplicatesTest, TwoCaseFilesAreNotJoined) {
    reg->set_step(latin, CaseStep::opened);
    reg->set_step(cyrillic, CaseStep::opened);
    EXPECT_EQ(same(supervisor, latin).error().key, "duplicate.both_have_cases");
}

TEST_F(DuplicatesTest, ReadingAPairIsReadingBothRecords) {
    const auto pair = act<DuplicateRecords>(supervisor, [&](access::Work& work) { return read_duplicate(work, candidate); });
    ASSERT_TRUE(pair);
    EXPECT_EQ(leaves("person.read"), 2);
}

TEST_F(DuplicatesTest, OpenQuestionsMoveToTheRecordThatStays) {
    const auto third = add(given("Шадманова", "Хадиджа", "", "1992"));
    ASSERT_TRUE(act<void>(system, [&](access::Work& work) -> Done {
        note_duplicate(work, latin, third, {identity::Likelihood::possible, 0.6, {}});
        return {};
    }));
    ASSERT_TRUE(same(supervisor, cyrillic));
    const auto left = open_ones();
    ASSERT_EQ(left.total, 1u);
    EXPECT_TRUE(left.items[0].a.id == cyrillic || left.items[0].b.id == cyrillic);
}

}  // namespace
}  // namespace homeward::people

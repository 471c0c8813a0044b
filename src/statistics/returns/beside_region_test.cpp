// What a return opens beside the joint ledger, and that it does not leave then.
#include <gtest/gtest.h>

#include "statistics/ledger/chain_for_tests.h"
#include "statistics/ledger/member_audit.h"
#include "statistics/returns/annual_return_fixture.h"
#include "statistics/returns/beside_region.h"

namespace homeward::statistics {
namespace {

/// Women, men and their sum.
PublishedRelease shown_by(const std::string& state, const std::vector<std::optional<std::int64_t>>& cells) {
    Release release = small_release(state, 2025, 0, 0, {});
    for (std::size_t cell = 0; cell < cells.size(); ++cell) release.tables[0].cells[cell].persons = cells[cell];
    return {state + "2025", release};
}
PublishedRelease hides_women(const std::string& state, std::int64_t everybody) { return shown_by(state, {std::nullopt, std::nullopt, everybody}); }

PublicFigure women_of(std::vector<std::string> states, std::int64_t value, Date on = {2025, 12, 31}) {
    return {{"figure", {"returnees", 1}, "returnees", on, {{"sex", "female"}}, std::move(states), value}, "A report"};
}

TEST(MemberAudit, SubtractsItsOwnPartFromAFigure) {
    const std::vector<PublishedRelease> releases{hides_women("KZ", 150), hides_women("UZ", 40)};
    const std::vector<RegionalFigure> figures{women_of({"KZ", "UZ"}, 24).figure};
    const auto everybody = audit_published(releases, figures);
    ASSERT_TRUE(everybody);
    EXPECT_TRUE(everybody->empty());
    const auto neighbour = audit_as_member("KZ", releases, figures);
    ASSERT_TRUE(neighbour);
    ASSERT_FALSE(neighbour->empty());
    for (const auto& cell : *neighbour) {
        EXPECT_EQ(cell.state, "UZ");
        EXPECT_EQ(cell.low, cell.high);
    }
}

TEST(MemberAudit, KnowsItsPartAlsoWhereItShowsNothing) {
    const std::vector<PublishedRelease> releases{hides_women("UZ", 40)};
    const std::vector<RegionalFigure> figures{women_of({"KZ", "UZ"}, 24).figure};
    const auto neighbour = audit_as_member("KZ", releases, figures);
    ASSERT_TRUE(neighbour);
    EXPECT_FALSE(neighbour->empty());
    const auto stranger = audit_as_member("TJ", releases, figures);
    ASSERT_TRUE(stranger);
    EXPECT_TRUE(stranger->empty());
}

TEST(MemberAudit, LeavesOpenWhatTwoOthersHide) {
    const std::vector<PublishedRelease> releases{hides_women("KZ", 150), hides_women("TJ", 90), hides_women("UZ", 40)};
    const auto neighbour = audit_as_member("KZ", releases, {women_of({"KZ", "TJ", "UZ"}, 60).figure});
    ASSERT_TRUE(neighbour);
    EXPECT_TRUE(neighbour->empty());
}

TEST(RegionalAttack, NamesWhoseFigureIsOpenedToWhom) {
    Published out;
    out.releases = {hides_women("KZ", 150), hides_women("TJ", 90)};
    out.figures = {women_of({"KZ", "TJ", "UZ"}, 60).figure};
    const auto attempts = attack_in_region({out, shown_by("UZ", {14, 26, 40})}, {});
    ASSERT_TRUE(attempts) << attempts.error().key;
    ASSERT_EQ(attempts->size(), 3U);
    std::map<std::string, std::string> opened;
    for (const auto& [member, opens] : *attempts) opened[member] = opens ? opens->params.at("state") : "";
    EXPECT_EQ(opened, (std::map<std::string, std::string>{{"", ""}, {"KZ", "TJ"}, {"TJ", "KZ"}}));
}

TEST(RegionalAttack, FindsNothingWhereNoFigureTiesTheState) {
    Published out;
    out.releases = {hides_women("KZ", 150)};
    const auto attempts = attack_in_region({out, shown_by("UZ", {14, 26, 40})}, {});
    ASSERT_TRUE(attempts);
    ASSERT_EQ(attempts->size(), 1U);
    EXPECT_FALSE(attempts->front().opens);
}

struct BesideRegionTest : AnnualReturnTest {
    CouncilForTests council{exchange::NodeKeys::generate("council").sign, {}};
    ChainForTests figures{the_council, council.key, 0, {}};

    void given_figure(PublicFigure figure) {
        Entry entry;
        entry.kind = EntryKind::figure;
        entry.figure = std::move(figure);
        const auto& joint = council.add(figures.next(std::move(entry), works->now(), council.head()), works->now());
        store->write([&](store::Connection& db) { append(db, joint); return true; });
    }
    ReturnId given_signed() {
        const auto id = prepare(coordinator).value();
        EXPECT_TRUE(sign(coordinator, id) && sign(deputy, id));
        return id;
    }
    /// A small figure of its first table by the rule, with its true count.
    PublicFigure small_of(ReturnId id) {
        const auto annual = get(id);
        const auto secret = *ProgramTest::get<std::optional<ReturnSecret>>([&](store::Connection& db) { return desk->secret(db, id); });
        const Table& table = secret.counts.tables.at(0);
        PublicFigure figure{{"figure", table.definition, table.population, annual.reference_date, {}, {"UZ"}, 0}, "A newspaper"};
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            if (annual.hidden.at(0).at(cell) != Hidden::by_rule) continue;
            const auto at = indices_of(table.dimensions, cell);
            for (std::size_t d = 0; d < at.size(); ++d) {
                if (!is_total(table.dimensions, d, at[d])) figure.figure.categories[table.dimensions[d].key] = table.dimensions[d].categories[static_cast<std::size_t>(at[d])];
            }
            figure.figure.value = table.counts[cell];
            return figure;
        }
        ADD_FAILURE() << "nothing is small";
        return figure;
    }
    Done leave(ReturnId id) { return release_beside_region(*works, deputy, *desk, id, {}); }
};

TEST_F(BesideRegionTest, LeavesWhereNothingIsOpened) {
    given_people(400);
    const auto id = given_signed();
    const auto done = leave(id);
    EXPECT_TRUE(done) << key_of(done);
    EXPECT_EQ(get(id).state(), ReturnState::released);
    EXPECT_EQ(key_of(leave(id)), "return.released");
}

TEST_F(BesideRegionTest, DoesNotLeaveWhereAFigureOpensACell) {
    given_people(400);
    const auto id = given_signed();
    given_figure(small_of(id));
    const auto refused = leave(id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "ledger.opens_cell");
    EXPECT_EQ(refused.error().params.at("state"), "UZ");
    EXPECT_EQ(refused.error().params.at("year"), "2024");
    EXPECT_EQ(get(id).state(), ReturnState::ready);
}

TEST_F(BesideRegionTest, AsksForTwoSignaturesBeforeItAudits) {
    given_people(400);
    const auto id = prepare(coordinator).value();
    EXPECT_EQ(key_of(leave(id)), "return.two_signatures");
    EXPECT_EQ(key_of(release_beside_region(*works, worker, *desk, id, {})), key_of(release(worker, id)));
}

}  // namespace
}  // namespace homeward::statistics

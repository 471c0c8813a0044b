// Returns that were made safe, attacked as the page of a return does it.
#include <gtest/gtest.h>

#include "statistics/ledger/published.h"
#include "statistics/returns/attack.h"
#include "statistics/returns/living_state_fixture.h"

namespace homeward::statistics {
namespace {

using testing::LivingState;

Target target_of(const ReleaseProblem& problem, const MadeSafe& made) {
    Target target{problem, {}, made.told};
    target.problem.tables = made.tables.counts;
    target.problem.households = made.households;
    target.problem.unseen = made.unseen;
    for (const auto& table : made.tables.safe.tables) {
        auto& hidden = target.hidden.emplace_back();
        for (const auto& cell : table.cells) hidden.push_back(!cell.persons);
    }
    return target;
}

std::size_t opened(const Target& target) {
    std::size_t figures = 0;
    const auto attempts = attack(target, {});
    for (const auto& attempt : attempts.value()) figures += attempt.opened.size();
    return figures;
}

TEST(Attack, FindsNothingInACoarserReturnBesideAnEarlierOne) {
    LivingState state("UZ", 400, 4);
    std::vector<EarlierTable> out;
    state.live(2019);
    const ReleaseProblem first = state.problem(2019, out);
    const auto whole = make_safe(first, {[](int, int) { return true; }, [] { return false; }, {}}).value();
    EXPECT_FALSE(whole.coarser_because);
    EXPECT_EQ(opened(target_of(first, whole)), 0u);
    testing::put_out(out, 2019, whole.tables);

    state.live(2020);
    const ReleaseProblem second = state.problem(2020, out);
    bool time_is_over = true;
    const auto coarser = make_safe(second, {[&](int, int) { return !time_is_over; }, [] { return false; }, [&] { time_is_over = false; }}).value();
    ASSERT_TRUE(coarser.coarser_because);
    ASSERT_FALSE(coarser.unseen.tables.empty());
    Target target = target_of(second, coarser);
    EXPECT_EQ(opened(target), 0u);

    // And it does look: the same with every second hidden figure shown.
    for (auto& table : target.hidden) for (std::size_t cell = 0; cell < table.size(); cell += 2) table[cell] = 0;
    EXPECT_GT(opened(target), 0u);
}

TEST(Attack, FindsNothingWhereWhoKnowsOfCorrectionsIsToldAbout) {
    // Of the second return zeros alone tell a count of the first to somebody who knows who was corrected between them.
    LivingState state("TJ", 754, 4);
    std::vector<EarlierTable> out;
    std::vector<PublishedRelease> published;
    for (const int year : {2019, 2020}) {
        state.live(year);
        const ReleaseProblem problem = state.problem(year, out);
        const auto made = make_safe(problem, {[](int, int) { return true; }, [] { return false; }, {}}).value();
        EXPECT_FALSE(made.coarser_because) << year;
        EXPECT_EQ(std::ranges::count_if(made.told, &ProtectedRelease::Told::corrections), year == 2019 ? 0 : 1);
        EXPECT_EQ(opened(target_of(problem, made)), 0u) << year;
        published.push_back({std::to_string(year), state.released_as(year, made.tables.safe)});
        EXPECT_TRUE(audit_published(published, {}).value().empty()) << "nor does everybody who reads the ledger, " << year;
        testing::put_out(out, year, made.tables);
    }
}

}  // namespace
}  // namespace homeward::statistics

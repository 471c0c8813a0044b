#include "statistics/kernel/adviser.h"

#include <gtest/gtest.h>

#include "statistics/kernel/random_tables_test.h"
#include "statistics/kernel/returnees_fixture.h"
#include "statistics/kernel/suppress.h"

namespace homeward::statistics {
namespace {

using testing::random_register;
using testing::table_of;

Rules five_and_up() {
    Rules rules;
    rules.floor = 5;
    return rules;
}

TEST(Adviser, CountsWhatTheRuleHidesExactly) {
    std::mt19937 random(7);
    const auto people = random_register(random, {5, 3, 4}, 12);
    const TableSet set{{table_of(people, "all", {0, 1, 2})}};
    const auto costs = costs_of(set, five_and_up()).value();
    int small = 0, filled = 0;
    for (const std::int64_t count : set.tables[0].counts) {
        small += count > 0 && count < 5;
        filled += count > 0;
    }
    EXPECT_EQ(costs[0].by_rule, small);
    EXPECT_EQ(costs[0].cells, filled);
    EXPECT_GT(costs[0].to_protect, 0);
    EXPECT_LE(costs[0].hidden(), filled);
}

TEST(Adviser, NothingSmallCostsNothing) {
    std::mt19937 random(7);
    auto people = random_register(random, {3, 3}, 5);
    for (auto& count : people.counts) count += 20;
    const auto advice = advise({{table_of(people, "t", {0, 1})}}, 0, five_and_up()).value();
    EXPECT_EQ(advice.cost.hidden(), 0);
    EXPECT_EQ(advice.cost.cells, 16);
    EXPECT_EQ(advice.coarser.size(), 2u);
}

TEST(Adviser, ASmallCountAloneInItsSumsTakesCompanyWithIt) {
    Table table{"t", {"t", 1}, "people", {{"a", {"x", "y"}}, {"b", {"x", "y"}}}, {3, 40, 43, 50, 60, 110, 53, 100, 153}, {}};
    const auto cost = costs_of({{table}}, five_and_up()).value()[0];
    EXPECT_EQ(cost.by_rule, 1);
    EXPECT_GE(cost.to_protect, 3) << "a rectangle at least";
}

TEST(Adviser, OffersCoarserTablesTheLeastHiddenFirst) {
    std::mt19937 random(11);
    auto people = random_register(random, {6, 7}, 9);
    people.dimensions[0].key = "region";
    people.dimensions[1].key = "age_band";
    const TableSet set{{table_of(people, "t", {0, 1})}};
    const auto advice = advise(set, 0, five_and_up()).value();
    ASSERT_EQ(advice.coarser.size(), 3u) << "without region, without age, ages merged";
    for (const auto& coarser : advice.coarser) EXPECT_LT(coarser.cost.share_hidden(), advice.cost.share_hidden()) << coarser.classification;
    EXPECT_TRUE(std::ranges::is_sorted(advice.coarser, {}, [](const CoarserTable& one) { return one.cost.share_hidden(); }));
    const auto merged = std::ranges::find_if(advice.coarser, [](const CoarserTable& one) { return !one.categories.empty(); });
    ASSERT_NE(merged, advice.coarser.end());
    EXPECT_EQ(merged->categories.size(), 3u);
    EXPECT_EQ(merged->categories.back().size(), 3u);
}

TEST(Adviser, MergingKeepsEveryTotal) {
    std::mt19937 random(3);
    const auto people = random_register(random, {4, 3}, 9);
    const Table table = table_of(people, "t", {0, 1});
    const Table merged = with_merged(table, "a", {0, 0, 1, 1}, {"low", "high"});
    EXPECT_TRUE(check({{merged}}));
    EXPECT_EQ(merged.counts.back(), table.counts.back());
    EXPECT_EQ(merged.counts.size(), 12u);
}

/// The labels of a set that protection hides, as a share of those that hold somebody.
double share_hidden(const TableSet& set, const Rules& rules) {
    const CellSystem system = system_of(set, rules).value();
    const Pattern hidden = suppress(system).value().hidden;
    int cells = 0, hidden_ones = 0;
    std::size_t label = 0;
    for (const auto& table : set.tables) {
        for (const std::int64_t count : table.counts) {
            const int cell = system.cell_of[label++];
            cells += count > 0;
            hidden_ones += cell >= 0 && hidden[static_cast<std::size_t>(cell)];
        }
    }
    return static_cast<double>(hidden_ones) / cells;
}

TEST(Adviser, MergesByNameWhereAPopulationHasOtherCategories) {
    const auto bands = [](const char* key, std::vector<std::string> categories, std::vector<std::int64_t> counts) {
        return Table{key, {key, 1}, key, {{"age_band", std::move(categories)}}, std::move(counts), {}};
    };
    const TableSet set{{bands("grown", {"18_29", "30_49"}, {3, 40, 43}), bands("all", {"0_17", "18_29", "30_49", "50_plus", "unknown"}, {20, 3, 40, 9, 2, 74})}};
    for (const std::size_t proposed : {0U, 1U}) EXPECT_FALSE(advise(set, proposed, five_and_up()).value().coarser.empty());
}

TEST(Adviser, IsNotFarFromWhatProtectionHides) {
    double sum = 0;
    int sets = 0;
    for (const std::uint64_t seed : {101u, 102u}) {
        for (const auto& set : testing::proposals(754, seed)) {
            Cost whole;
            const auto costs = costs_of(set, five_and_up()).value();
            for (const auto& cost : costs) {
                whole.cells += cost.cells;
                whole.by_rule += cost.by_rule;
                whole.to_protect += cost.to_protect;
            }
            const double error = std::abs(whole.share_hidden() - share_hidden(set, five_and_up()));
            EXPECT_LT(error, 0.1) << "set " << sets;
            sum += error;
            ++sets;
        }
    }
    EXPECT_LT(sum / sets, 0.03);
}

TEST(Adviser, RefusesATableOfTheWrongShape) {
    const Table table{"t", {"t", 1}, "people", {{"a", {"x", "y"}}}, {1, 2}, {}};
    EXPECT_EQ(advise({{table}}, 0, five_and_up()).error().key, "statistics.table_shape");
}

}  // namespace
}  // namespace homeward::statistics

#include "statistics/kernel/primary_rules.h"

#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

const Register in_school{{{"region", {"1", "2", "3"}}, {"school", {"yes", "no", "unknown"}}}, {28, 1, 2, 30, 0, 0, 12, 15, 14}};

TEST(PrimaryRules, NameACategoryThatHoldsNearlyAllOfAGroup) {
    const Table table = table_of(in_school, "school", {0, 1});
    std::vector<char> expected(table.counts.size(), 0);
    const auto name = [&](int region, int school) { expected[cell_at(table.dimensions, std::vector<int>{region, school})] = 1; };
    // Region 1: 28 of 31 are in school. And of the 16 who are not, 15 are in region 3; of the 16 unknown, 14.
    name(0, 0);
    name(2, 1);
    name(2, 2);
    EXPECT_EQ(holding_nearly_all(table, 10, false), expected);
    // In region 2 it is all 30, which shown zeros say anyway.
    name(1, 0);
    EXPECT_EQ(holding_nearly_all(table, 10, true), expected);
}

TEST(PrimaryRules, HideItWhereTheRulesSaySo) {
    const TableSet set{{table_of(in_school, "school", {0, 1})}};
    Rules rules;
    rules.floor = 5;
    rules.group_attribute = {"school"};
    const auto safe = protect(set, rules).value();
    EXPECT_EQ(safe.tables[0].cells[cell_at(set.tables[0].dimensions, std::vector<int>{0, 0})].hidden, Hidden::by_rule);
    EXPECT_TRUE(audit(set, safe)->empty());
}

TEST(PrimaryRules, HideZerosWhereAbsenceInforms) {
    const TableSet set{{table_of(in_school, "school", {0, 1})}};
    Rules rules;
    rules.floor = 5;
    const auto zero = cell_at(set.tables[0].dimensions, std::vector<int>{1, 1});
    EXPECT_EQ(protect(set, rules)->tables[0].cells[zero].persons, 0);
    rules.zeros_hidden = {"school"};
    const auto safe = protect(set, rules).value();
    EXPECT_EQ(safe.tables[0].cells[zero].hidden, Hidden::by_rule);
    // Nobody can tell the zero from a one or two any more: every population is tried.
    const auto cells = published(in_school, set, safe);
    const auto range = ranges(in_school, cells, 45, 1, 0);
    EXPECT_EQ(range[zero].first, 0);
    EXPECT_GE(range[zero].second, 1);
    EXPECT_TRUE(audit(set, safe)->empty());
}

TEST(PrimaryRules, HideZerosThoughThoseWhoWereReachedAreAWholeGroup) {
    // All thirty women are the same people as the women who were reached; that nobody was not must stay open all the same.
    const Dimension sex{"sex", {"female", "male"}}, outcome{"outcome", {"reached", "not_reached"}};
    const Table all{"all", {"all", 1}, "people", {sex}, {30, 40, 70}, {1, 2, 3}};
    const Table support{"support", {"support", 1}, "people", {sex, outcome}, {30, 0, 30, 25, 15, 40, 55, 15, 70}, {1, 9, 1, 4, 5, 2, 6, 5, 3}};
    Rules rules;
    rules.zeros_hidden = {"support"};
    const TableSet set{{all, support}};
    const auto safe = protect(set, rules);
    ASSERT_TRUE(safe) << safe.error().key;
    EXPECT_EQ(safe->tables[1].cells[1].hidden, Hidden::by_rule);
    EXPECT_NE(safe->tables[1].cells[0].hidden, Hidden::no) << "beside thirty of thirty the zero is told";
    EXPECT_EQ(safe->tables[0].cells[0].persons, 30);
}

TEST(PrimaryRules, KeepTheLargestContributorFromTheSecond) {
    EXPECT_TRUE(dominated({100, 50, 9}));
    EXPECT_FALSE(dominated({100, 50, 10}));
    EXPECT_TRUE(dominated({100, 900}));
    EXPECT_TRUE(dominated({7}));
    EXPECT_FALSE(dominated({}));
    EXPECT_EQ(protection_of(1001), 101);
}

TEST(PrimaryRules, ShowAShareOfTwoShownCountsOnly) {
    EXPECT_EQ(share_of(25, 100), 250);
    EXPECT_EQ(share_of(1, 3), 333);
    EXPECT_EQ(share_of(std::nullopt, 100), std::nullopt);
    EXPECT_EQ(share_of(25, std::nullopt), std::nullopt);
    EXPECT_EQ(share_of(0, 0), std::nullopt);
}

}  // namespace
}  // namespace homeward::statistics

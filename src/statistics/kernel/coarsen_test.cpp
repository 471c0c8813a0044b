#include "statistics/kernel/coarsen.h"

#include <gtest/gtest.h>

#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics {
namespace {

using namespace testing;

TEST(Coarsen, SumsOverWhatIsGivenUp) {
    std::mt19937 random(3);
    const Register people = random_register(random, {3, 4, 2}, 20);
    const Table full = table_of(people, "t", {0, 1, 2});
    EXPECT_EQ(without(full, "b").counts, table_of(people, "t", {0, 2}).counts);
    EXPECT_EQ(without(full, "b").dimensions, table_of(people, "t", {0, 2}).dimensions);
    EXPECT_EQ(without(without(without(full, "a"), "b"), "c").counts, (std::vector<std::int64_t>{full.counts.back()}));
}

TEST(Coarsen, LeavesASetThatIsSafeAsItIs) {
    std::mt19937 random(4);
    const Register people = random_register(random, {2, 3}, 60);
    const auto release = protect_coarser({{table_of(people, "t", {0, 1})}}, {}).value();
    EXPECT_TRUE(release.given_up.empty());
}

TEST(Coarsen, KeepsTheHeadlineAloneWhereTheRestCannotBeSafe) {
    // Twelve people in eleven groups: whoever sees the zeros knows nearly all of them.
    Register people{{{"a", {"1", "2", "3", "4"}}, {"b", {"1", "2", "3"}}}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 0}};
    const Table table = table_of(people, "t", {0, 1}), other = table_of(people, "u", {0});
    ASSERT_EQ(protect({{table, other}}, {}).error().key, "statistics.cannot_protect");
    const auto release = protect_coarser({{table, other}}, {}).value();
    EXPECT_EQ(release.given_up, (std::vector<GivenUp>{{"t", "a"}, {"t", "b"}, {"u", ""}}));
    ASSERT_EQ(release.safe.tables.size(), 1U);
    EXPECT_TRUE(release.safe.tables[0].dimensions.empty());
    EXPECT_EQ(release.safe.tables[0].cells, (std::vector<SafeCell>{{12, Hidden::no}}));
}

TEST(Coarsen, GivesUpOneClassificationWhereThatIsEnough) {
    // Two places of eleven, nearly everybody in a group of their own: beside the shown total nothing can be kept open.
    const std::vector<std::string> groups{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    Register people{{{"place", {"1", "2"}}, {"group", groups}}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1}};
    const Table table = table_of(people, "t", {0, 1});
    const auto refused = protect({{table}}, {});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().params.contains("cell"));
    const auto release = protect_coarser({{table}}, {}).value();
    EXPECT_EQ(release.given_up, (std::vector<GivenUp>{{"t", "group"}}));
    EXPECT_EQ(release.safe.tables[0].cells, (std::vector<SafeCell>{{11, Hidden::no}, {11, Hidden::no}, {22, Hidden::no}}));
}

TEST(Coarsen, GuardsWhatIsGivenUp) {
    // Three tables of one population; of the first two, one person is left between them.
    Register people{{{"a", {"1", "2"}}, {"b", {"1", "2"}}}, {1, 40, 41, 0}};
    const Table both = table_of(people, "t", {0, 1});
    const auto open = protect({{table_of(people, "u", {0}), table_of(people, "v", {1})}}, {}).value();
    EXPECT_EQ(open.hidden_by_rule + open.hidden_to_protect, 0);
    // 41 and 41 of 82: nobody is told that exactly one is in both, and the two totals do not tell it either.
    const auto guarded = protect_guarding({{table_of(people, "u", {0}), table_of(people, "v", {1})}}, {{both}}, {}).value();
    EXPECT_EQ(guarded.tables.size(), 2U);
    EXPECT_TRUE(guarded.tables[0].cells[2].persons);
}

TEST(Coarsen, OffersTheFinestFirst) {
    std::mt19937 random(5);
    const Register people = random_register(random, {2, 3, 4}, 9);
    const auto sets = coarser_sets({{table_of(people, "t", {0, 1, 2}), table_of(people, "u", {0, 1})}});
    EXPECT_EQ(sets.front().given_up, (std::vector<GivenUp>{{"t", "a"}, {"u", "a"}}));
    EXPECT_EQ(sets.back().tables.tables.size(), 1U);
    EXPECT_EQ(sets.back().tables.tables[0].counts.size(), 1U);
    EXPECT_EQ(sets.size(), 3U + 3U + 1U);
}

TEST(Coarsen, OffersWhatIsNearTheNamedTableFirst) {
    std::mt19937 random(6);
    const Register people = random_register(random, {2, 3, 4}, 9);
    const TableSet set{{table_of(people, "t", {0, 1}), table_of(people, "u", {0, 1, 2})}};
    const auto sets = coarser_near(set, "u");
    // What the table alone tells it keeps, as long as it is there.
    ASSERT_EQ(sets.size(), 3U + 2U + 1U);
    EXPECT_EQ(sets[0].given_up, (std::vector<GivenUp>{{"u", "a"}}));
    EXPECT_EQ(sets[1].given_up, (std::vector<GivenUp>{{"u", "b"}}));
    EXPECT_EQ(sets[2].given_up, (std::vector<GivenUp>{{"u", ""}}));
    EXPECT_EQ(sets[3].given_up, (std::vector<GivenUp>{{"t", "a"}, {"u", "a"}}));
    const auto out = left_out(set, sets[0].tables);
    ASSERT_EQ(out.tables.size(), 1U);
    EXPECT_EQ(key_before(out.tables[0].key), "u");
    EXPECT_NE(out.tables[0].key, "u");
    EXPECT_EQ(coarser_near(set, "").size(), 2U + 1U);
}

TEST(Coarsen, HidesTheHeadlineUnderTheFloor) {
    Register people{{{"a", {"1", "2", "3"}}}, {1, 1, 1}};
    const auto release = protect_coarser({{table_of(people, "t", {0})}}, {}).value();
    EXPECT_FALSE(release.safe.tables[0].cells.back().persons);
}

TEST(Coarsen, PassesOnWhatNoCoarserClassMends) {
    Table wrong = table_of({{{"a", {"1", "2"}}}, {1, 2}}, "t", {0});
    wrong.counts[2] = 4;
    EXPECT_EQ(protect_coarser({{wrong}}, {}).error().key, "statistics.margin");
}

}  // namespace
}  // namespace homeward::statistics

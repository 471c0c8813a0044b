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

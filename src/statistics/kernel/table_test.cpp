#include "statistics/kernel/table.h"

#include <gtest/gtest.h>

namespace homeward::statistics {
namespace {

/// Two sexes by two bands, totals last: 3 x 3 cells.
Table small_table() {
    return {"returnees", {"returnees", 1}, "returnees", {{"sex", {"female", "male"}}, {"age_band", {"child", "adult"}}},
            {11, 12, 23, 13, 14, 27, 24, 26, 50}, {}};
}

TEST(Table, NamesACellByItsCategoriesWithoutTotals) {
    const Table table = small_table();
    EXPECT_EQ(cell_name(table.dimensions, 0), "sex=female, age_band=child");
    EXPECT_EQ(cell_name(table.dimensions, 2), "sex=female");
    EXPECT_EQ(cell_name(table.dimensions, 8), "total");
}

TEST(Table, FindsEachCellByTheIndicesItGives) {
    const Dimensions dimensions{{"a", {"1", "2", "3"}}, {"b", {"1"}}, {"c", {"1", "2"}}};
    ASSERT_EQ(cell_count(dimensions), 4u * 2u * 3u);
    for (std::size_t cell = 0; cell < cell_count(dimensions); ++cell) {
        EXPECT_EQ(cell_at(dimensions, indices_of(dimensions, cell)), cell);
    }
}

TEST(Table, OfNoDimensionHasOneCell) { EXPECT_EQ(cell_count({}), 1u); }

TEST(Table, AddsUp) { EXPECT_TRUE(check({{small_table()}})); }

TEST(Table, IsRefusedWithTheCellThatDoesNotAddUp) {
    Table table = small_table();
    table.counts[5] = 28;
    const auto refused = check({{table}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.margin");
    EXPECT_EQ(refused.error().field, "returnees");
    EXPECT_EQ(refused.error().params.at("cell"), "sex=male");
    EXPECT_EQ(refused.error().params.at("sum"), "27");
}

TEST(Table, IsRefusedWithANegativeCount) {
    Table table = small_table();
    table.counts[0] = -1;
    const auto refused = check({{table}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "statistics.negative_count");
    EXPECT_EQ(refused.error().params.at("cell"), "sex=female, age_band=child");
}

TEST(Table, IsRefusedWhenItsShapeIsWrong) {
    Table short_one = small_table();
    short_one.counts.pop_back();
    EXPECT_EQ(check({{short_one}}).error().key, "statistics.table_shape");
    Table doubled = small_table();
    doubled.dimensions[1].categories = {"child", "child"};
    EXPECT_EQ(check({{doubled}}).error().key, "statistics.table_shape");
    Table same_twice = small_table();
    same_twice.dimensions[1].key = "sex";
    EXPECT_EQ(check({{same_twice}}).error().key, "statistics.table_shape");
    EXPECT_EQ(check({{small_table(), small_table()}}).error().key, "statistics.table_key");
    Table huge = small_table();
    huge.dimensions.assign(8, {});
    for (std::size_t d = 0; d < 8; ++d) {
        huge.dimensions[d].key = std::to_string(d);
        for (int c = 0; c < 100; ++c) huge.dimensions[d].categories.push_back(std::to_string(c));
    }
    EXPECT_EQ(check({{huge}}).error().key, "statistics.table_too_large");
}

}  // namespace
}  // namespace homeward::statistics

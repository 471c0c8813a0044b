#include "statistics/kernel/elimination.h"

#include <gtest/gtest.h>

namespace homeward::statistics {
namespace {

TEST(Span, KnowsWhatFollowsByAddingAndSubtracting) {
    // Rows and columns of a 2 x 2 table with cells 0 1 / 2 3.
    Span span(4);
    EXPECT_TRUE(span.add({{0, 1}, {1, 1}}));
    EXPECT_TRUE(span.add({{2, 1}, {3, 1}}));
    EXPECT_TRUE(span.add({{0, 1}, {2, 1}}));
    EXPECT_FALSE(span.add({{1, 1}, {3, 1}}));  // the last margin says nothing new
    EXPECT_FALSE(span.contains({{0, 1}}));
    EXPECT_TRUE(span.contains({{0, 1}, {3, -1}}));  // first row less second column
    EXPECT_FALSE(span.contains({{0, 1}, {3, 1}}));
    EXPECT_TRUE(span.contains({{1, 1}, {2, -1}}));  // first row less first column
    EXPECT_TRUE(span.add({{3, 1}}));
    for (int cell = 0; cell < 4; ++cell) EXPECT_TRUE(span.contains({{cell, 1}}));
}

TEST(Span, KnowsFractions) {
    // a+b, b+c, c+a give each of them, by halves.
    Span span(3);
    span.add({{0, 1}, {1, 1}});
    span.add({{1, 1}, {2, 1}});
    EXPECT_FALSE(span.contains({{0, 1}}));
    span.add({{2, 1}, {0, 1}});
    EXPECT_TRUE(span.contains({{0, 1}}));
}

}  // namespace
}  // namespace homeward::statistics

#include "statistics/kernel/linear_program.h"

#include <gtest/gtest.h>

namespace homeward::statistics {
namespace {

TEST(LinearProgram, FindsTheCheapestMix) {
    // x + y = 10, y at most 4, y cheaper.
    LinearProgram program({10});
    const int x = program.add_column(0, unbounded, 3, {{0, 1}});
    const int y = program.add_column(0, 4, 1, {{0, 1}});
    ASSERT_EQ(program.minimise(), Solved::optimal);
    EXPECT_NEAR(program.value(x), 6, 1e-9);
    EXPECT_NEAR(program.value(y), 4, 1e-9);
    EXPECT_NEAR(program.cost(), 22, 1e-9);
}

TEST(LinearProgram, AnswersAgainWithOtherBoundsAndCosts) {
    LinearProgram program({10});
    const int x = program.add_column(0, unbounded, 3, {{0, 1}});
    const int y = program.add_column(0, 4, 1, {{0, 1}});
    ASSERT_EQ(program.minimise(), Solved::optimal);
    program.set_bounds(y, 0, unbounded);
    ASSERT_EQ(program.minimise(), Solved::optimal);
    EXPECT_NEAR(program.value(y), 10, 1e-9);
    program.set_cost(x, 0.5);
    ASSERT_EQ(program.minimise(), Solved::optimal);
    EXPECT_NEAR(program.value(x), 10, 1e-9);
    program.set_bounds(x, 0, 1);
    program.set_bounds(y, 0, 1);
    EXPECT_EQ(program.minimise(), Solved::infeasible);
    program.set_bounds(y, 0, 20);
    ASSERT_EQ(program.minimise(), Solved::optimal);
    EXPECT_NEAR(program.value(y), 9, 1e-9);
}

}  // namespace
}  // namespace homeward::statistics

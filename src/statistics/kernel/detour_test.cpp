#include "statistics/kernel/detour.h"

#include <gtest/gtest.h>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/census_fixture.h"
#include "statistics/kernel/square_fixture.h"

namespace homeward::statistics {
namespace {

using testing::some;

/// A square of groups, and a pattern of it.
struct Square {
    CellSystem system;
    Pattern hidden = Pattern(15, 0);

    explicit Square(const std::vector<std::int64_t>& persons, const std::vector<Knower>& knowers = {}) : system(testing::square(persons, knowers)) {}

    std::optional<Witness> find(std::initializer_list<int> hidden_cells, int cell, std::int64_t difference, const std::vector<int>& knowers = {}) {
        Detours detours(system);
        for (const int at : hidden_cells) {
            hidden[static_cast<std::size_t>(at)] = 1;
            detours.hide(at);
        }
        return detours.find(hidden, cell, difference, knowers);
    }
};

TEST(Detours, GoRoundASquareOfHiddenCells) {
    Square square(some);
    const auto witness = square.find({0, 1, 3, 4}, 0, 1);
    ASSERT_TRUE(witness);
    EXPECT_EQ(witness->differences, (std::vector<std::pair<int, std::int64_t>>{{0, 1}, {1, -1}, {3, -1}, {4, 1}}));
    const auto back = Square(some).find({0, 1, 3, 4}, 0, -2);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->differences, (std::vector<std::pair<int, std::int64_t>>{{0, -2}, {1, 2}, {3, 2}, {4, -2}}));
}

TEST(Detours, FindNothingWhereThereIsNothing) {
    EXPECT_FALSE(Square(some).find({0, 1, 3}, 0, 1));         // three corners
    EXPECT_FALSE(Square(some).find({0, 1, 3, 4}, 0, 2));      // a hidden cell holds somebody
    EXPECT_FALSE(Square(some).find({0, 1, 3, 4}, 8, 1));      // it is shown
    EXPECT_FALSE(Square(some).find({0, 1, 3, 4}, 0, 0));
}

TEST(Detours, KeepWhomAKnowerKnows) {
    const Knower family{"household", {{1, 2}}, false};
    Square square(some, {family});
    EXPECT_FALSE(square.find({0, 1, 3, 4}, 0, 1, {0}));
    EXPECT_TRUE(Square(some, {family}).find({0, 1, 3, 4}, 0, -1, {0}));
    EXPECT_TRUE(Square(some, {family}).find({0, 1, 3, 4}, 0, 1));  // another question does not remember them
}

TEST(Detours, FindNothingWithoutTheTruth) {
    // Two groups of which nobody counted the parts.
    std::vector<SystemCell> cells{{{0, 1}, 5, true, false, 1}, {{1, 2}, 6, true, false, 1}, {{0, 1, 2}, 8, false, true, 1}};
    const CellSystem system = simplified(3, {}, cells, {}, true);
    EXPECT_FALSE(Detours(system).from_truth());
}

TEST(Detours, OpenMostOfACensusAndEachOfThemTruly) {
    const auto [system, hidden] = testing::hidden_census();
    Detours detours(system);
    ASSERT_TRUE(detours.from_truth());
    for (std::size_t c = 0; c < hidden.size(); ++c) if (hidden[c]) detours.hide(static_cast<int>(c));
    int asked = 0, found = 0;
    for (std::size_t c = 0; c < hidden.size(); c += 17) {
        if (!system.cells[c].sensitive) continue;
        ++asked;
        const auto witness = detours.find(hidden, static_cast<int>(c), 1, {});
        if (!witness) continue;
        ++found;
        EXPECT_GE(witness->difference(static_cast<int>(c)), 1);
        EXPECT_TRUE(witness_of(system, hidden, witness->atoms));
    }
    EXPECT_GT(asked, 50);
    EXPECT_GT(found, asked / 2) << "of " << asked;
}

}  // namespace
}  // namespace homeward::statistics

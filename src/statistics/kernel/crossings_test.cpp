#include "statistics/kernel/crossings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace homeward::statistics {
namespace {

using Groups = std::vector<std::vector<int>>;

Groups groups_of(const std::vector<Crossing>& crossings) {
    Groups groups;
    for (const auto& crossing : crossings) groups.push_back(crossing.classifications);
    std::ranges::sort(groups);
    return groups;
}

TEST(Crossings, OfTablesThatShareWhatTheyCrossAreTheTables) {
    // operation x sex x age, and two outcomes by sex x age.
    const auto crossings = crossings_of({{0, 1, 2}, {1, 2, 3}, {1, 2, 4}}, 5);
    EXPECT_EQ(groups_of(crossings), (Groups{{0, 1, 2}, {1, 2, 3}, {1, 2, 4}}));
    for (std::size_t c = 1; c < crossings.size(); ++c) EXPECT_EQ(crossings[c].shared, (std::vector<int>{1, 2}));
}

TEST(Crossings, OfTablesInARingAreTheWholeRing) {
    // Three tables of two: none of them holds what all together tell.
    EXPECT_EQ(groups_of(crossings_of({{0, 1}, {1, 2}, {0, 2}}, 3)), (Groups{{0, 1, 2}}));
}

TEST(Crossings, OfALongerRingAreTriangles) {
    const auto crossings = crossings_of({{0, 1}, {1, 2}, {2, 3}, {0, 3}}, 4);
    ASSERT_EQ(crossings.size(), 2u);
    EXPECT_EQ(crossings[0].classifications.size(), 3u);
    EXPECT_EQ(crossings[1].shared.size(), 2u);
}

TEST(Crossings, OfTablesThatShareNothingShareTheTotal) {
    const auto crossings = crossings_of({{0}, {1}}, 2);
    ASSERT_EQ(crossings.size(), 2u);
    EXPECT_EQ(crossings[1].parent, 0);
    EXPECT_TRUE(crossings[1].shared.empty());
}

TEST(Crossings, OfABareTotalAreOneGroup) { EXPECT_EQ(groups_of(crossings_of({{}}, 0)), (Groups{{}})); }

TEST(Crossings, AgreeAlongTheTree) {
    // Whatever two crossings share, everything on the way between them shares: else they could disagree.
    const auto crossings = crossings_of({{0, 1}, {1, 2}, {2, 3}, {3, 4}, {1, 4}, {5, 0}}, 6);
    for (std::size_t c = 1; c < crossings.size(); ++c) {
        const auto& own = crossings[c].classifications;
        const auto& parent = crossings[static_cast<std::size_t>(crossings[c].parent)].classifications;
        for (std::size_t other = 0; other < c; ++other) {
            for (const int classification : crossings[other].classifications) {
                if (!std::ranges::binary_search(own, classification)) continue;
                EXPECT_TRUE(std::ranges::binary_search(parent, classification)) << classification;
            }
        }
    }
}

}  // namespace
}  // namespace homeward::statistics

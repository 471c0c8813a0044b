#pragma once
// How long many wait, told so that it says nothing of any one of them.

#include <optional>
#include <vector>

namespace homeward::desk {

constexpr int kFewest = 3;         ///< fewer are told as "fewer than 3"
constexpr int kFewestForDays = 10; ///< of fewer, the days are not told

/// source   counts and medians of small groups are withheld as the annual return withholds them (its smallest group is 3)
struct Waiting {
    std::optional<int> count;   ///< nothing: one or two
    std::optional<int> median;  ///< days
    std::optional<int> p90;     ///< days; nine in ten wait no longer
};

/// Of how many days each has waited; empty is a count of 0. Percentiles by the nearest rank.
Waiting waiting_of(std::vector<int> days);

}  // namespace homeward::desk

#pragma once
// Households that were in earlier releases too: what they know is what they are and what they were.

#include "statistics/kernel/history.h"

namespace homeward::statistics {

/// Who stood in an earlier release; of their members only those of that release itself count, whose `release` is empty.
struct EarlierHouseholds {
    std::string release;
    std::vector<Household> households;
};

/// Households of the tables to be released, each with its members of the past, and those that stand in the past alone. Whoever has one
/// present and one past is one household, with all their keys. One without keys stays as it is.
std::vector<Household> with_their_past(const std::vector<Household>& now, const std::vector<EarlierHouseholds>& past);

}  // namespace homeward::statistics

#pragma once
// Which figures must be hidden for what they say themselves, beside those that are merely small.

#include <cstdint>
#include <optional>
#include <vector>

#include "statistics/kernel/table.h"

namespace homeward::statistics {

/// Group attribute: the categories that hold all of a group, or all but fewer than the floor. Who is known to be in the group is then
/// known, or nearly known, to be in the category. A group under the floor is hidden as it is.
///
/// zeros_hidden   whether the zeros beside a category that holds all are hidden too; where they are shown, they say it anyway, and
///                the category is not named
/// returns        by cell of the table
/// source         ESSnet Handbook on Statistical Disclosure Control (2nd edition, 2024), risk of group attribute disclosure
std::vector<char> holding_nearly_all(const Table& table, std::int64_t floor, bool zeros_hidden);

/// p% rule: the second largest contributor, who knows their own part, could work out the largest to within `percent` of it.
///
/// contributions   to one cell, at least 0
/// source          the same Handbook, magnitude tables
bool dominated(std::vector<std::int64_t> contributions, int percent = 10);

/// What must stay open of an amount, above and below it: `percent` of it, rounded up.
std::int64_t protection_of(std::int64_t amount, int percent = 10);

/// A share of two counts in tenths of a per cent, rounded; nothing unless both are shown and the whole is not 0. A share beside one
/// hidden count would give it back.
std::optional<std::int64_t> share_of(std::optional<std::int64_t> part, std::optional<std::int64_t> whole);

}  // namespace homeward::statistics

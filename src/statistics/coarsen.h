#pragma once
// When tables cannot be made safe as they are: fewer classifications.

#include <string>
#include <vector>

#include "statistics/safe_table.h"

namespace homeward::statistics {

/// A classification that was given up, or a whole table (empty classification).
struct GivenUp {
    std::string table;
    std::string classification;
    friend bool operator==(const GivenUp&, const GivenUp&) = default;
};

/// counts     the tables that were protected, those given up left out or summed over
/// given_up   in the order of giving up; empty when the set was safe as it was
struct CoarserRelease {
    TableSet counts;
    SafeTableSet safe;
    std::vector<GivenUp> given_up;
};

/// A table without one of its classifications: its totals take their place.
Table without(const Table& table, const std::string& classification);

/// Protects a set; where that cannot be done, gives up the classification with most categories in the table
/// that fails, again and again, outcomes last; and the table when nothing is left of it.
///
/// errors   those of `protect`, other than `statistics.cannot_protect`
Result<CoarserRelease> protect_coarser(TableSet set, const Rules& rules);

}  // namespace homeward::statistics

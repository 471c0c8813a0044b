#pragma once
// When a set of tables cannot be made safe.

#include <string>
#include <vector>

#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// A classification that was given up, or a whole table (empty classification).
struct GivenUp {
    std::string table;
    std::string classification;
    friend bool operator==(const GivenUp&, const GivenUp&) = default;
};

/// counts     the tables that were protected
/// given_up   what is not among them; empty when the set was safe as it was
struct CoarserRelease {
    TableSet counts;
    SafeTableSet safe;
    std::vector<GivenUp> given_up;
};

/// A table without one of its classifications: its totals take their place.
Table without(const Table& table, const std::string& classification);

/// Protects a set; where that cannot be done, as with a few dozen people, only the total of its first table stays.
///
/// Nothing in between is tried: a count that no table shows any more can still be had from those that are left (all less
/// the adults less the children of school age), and it would no longer be among those that are guarded. One number
/// leaves nothing to subtract.
///
/// errors   those of `protect`, other than `statistics.cannot_protect`
Result<CoarserRelease> protect_coarser(TableSet set, const Rules& rules);

}  // namespace homeward::statistics

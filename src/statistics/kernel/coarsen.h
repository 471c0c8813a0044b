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

/// What can be shown of a set when all of it cannot, from the finest to the coarsest: without one classification, without two,
/// the total of the first table alone.
///
/// given_up   as in `CoarserRelease`
struct CoarserSet {
    TableSet tables;
    std::vector<GivenUp> given_up;
};
std::vector<CoarserSet> coarser_sets(const TableSet& set);

/// The same where each try takes long, from what gives up least: the named table without one of its classifications, or gone; then all
/// tables without one of those that several have, then without two. The total alone is not among them.
///
/// table   that holds the cell that no pattern keeps; empty when none is known
std::vector<CoarserSet> coarser_near(const TableSet& set, const std::string& table);
CoarserSet headline_of(const TableSet& set);

/// The tables of a set that a coarser one does not show as they are, under keys of their own: nobody sees them, and their small counts
/// are guarded.
TableSet left_out(const TableSet& set, const TableSet& coarser);
/// The key of a table, without what `left_out` put before it.
std::string key_before(const std::string& left_out);

/// Whether anybody is shown in a category.
bool tells_more_than_totals(const SafeTableSet& safe);

/// Protects a set; where that cannot be done, as with a few dozen people, the first of its coarser sets that can be made safe. The
/// small counts of what is given up are guarded all the same: all less the adults less the children of school age is a count, too.
/// Only the total alone is taken without that guard, for one number leaves nothing to subtract.
///
/// go_on    as `protect_beside` has it
/// errors   those of `protect`, other than `statistics.cannot_protect`; conflict `statistics.ended`
Result<CoarserRelease> protect_coarser(TableSet set, const Rules& rules, const GoOn& go_on = {});

}  // namespace homeward::statistics

#pragma once
// What a crossing would cost, said before it is protected: how much of it would be hidden, and what coarser ones would cost.

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/safe_table.h"

namespace homeward::statistics {

/// What of a table, or of a set, would be hidden.
///
/// cells       that hold somebody, or could be hidden as zeros; totals included. A shown zero is not among them
/// by_rule     of them under their floor: exact
/// to_protect  of them hidden so that those cannot be had by subtraction: an estimate. It reckons with the tables of the set alone,
///             not with earlier releases or households, which may hide more
struct Cost {
    int cells = 0;
    int by_rule = 0;
    int to_protect = 0;

    int hidden() const { return by_rule + to_protect; }
    /// Of `cells`, 0 to 1; 0 for a table without any.
    double share_by_rule() const { return cells == 0 ? 0 : static_cast<double>(by_rule) / cells; }
    double share_hidden() const { return cells == 0 ? 0 : static_cast<double>(hidden()) / cells; }
};

/// The same table, coarser in one classification.
///
/// classification  its key
/// categories      what becomes of it: per new category the old ones it takes; empty when the classification is given up,
///                 as a region for the whole State. Merged in all tables of the set that have it
/// cost            of the table then
struct CoarserTable {
    std::string classification;
    std::vector<std::vector<std::string>> categories;
    Cost cost;
};

/// cost     of the table within its set
/// set      of the whole set with it, labels of the same people counted once for each
/// coarser  what hides least comes first; empty for a table without classifications
struct Advice {
    Cost cost;
    Cost set;
    std::vector<CoarserTable> coarser;
};

/// What each table of a set would cost within it, in the order of the tables. Some milliseconds for a year's return,
/// whatever the number of people.
///
/// errors   those of `check_dimensions`, and invalid `statistics.table_shape`; margins are not looked at
Result<std::vector<Cost>> costs_of(const TableSet& set, const Rules& rules);

/// The cost of one table of a set, and of coarser ones in its place.
///
/// proposed   index of the table
/// ordered    keys of classifications whose neighbours may be merged, as age bands may
/// errors     as `costs_of`
Result<Advice> advise(const TableSet& set, std::size_t proposed, const Rules& rules, const std::vector<std::string>& ordered = {"age_band"});

/// A table in which categories of a classification are merged, its totals as they were. Fingerprints are left out.
///
/// into   per category of the classification the new one, 0 to `names.size()` - 1
Table with_merged(const Table& table, const std::string& classification, const std::vector<int>& into, const std::vector<std::string>& names);

}  // namespace homeward::statistics

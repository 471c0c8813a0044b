#pragma once
// Tries to break a pattern with everything that is public.

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/safe_table.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// A sensitive cell that is not as open as it must be.
///
/// by_arithmetic   adding and subtracting shown figures gives it, or it is shown
/// low, high       between these it lies, as far as one can tell who also reckons with the rules; persons, real numbers.
///                 When they are far enough apart, no two whole populations were found
/// knower          to whom: an index in `CellSystem::knowers`, or `outsider`, which means everybody
struct Exposure {
    int cell = 0;
    bool by_arithmetic = false;
    double low = 0;
    double high = 0;
    int knower = outsider;
};

/// Every sensitive cell that a pattern exposes, to outsiders or else to each knower who is told too much; empty means safe, and
/// proven so with whole numbers.
std::vector<Exposure> audit(const CellSystem& system, const Pattern& hidden);

/// The same, with the proofs.
///
/// go_on    may be empty; asked before each linear program
/// errors   conflict `statistics.ended`
struct Audited {
    std::vector<Exposure> exposed;
    std::vector<Witness> proofs;
};
Result<Audited> audit(const CellSystem& system, const Pattern& hidden, const GoOn& go_on);

/// The same for tables.
struct ExposedCell {
    std::string table;
    std::size_t cell = 0;  ///< index in the table
    bool by_arithmetic = false;
    double low = 0;
    double high = 0;
};

/// Audits safe tables, perhaps changed by hand, against the counts they were made of.
///
/// errors   those of `check`; `statistics.table_shape` where the two sets differ in shape;
///          `statistics.wrong_figure` {cell} (shown, but not the count); `statistics.two_decisions` {cell}
///          (shown under one label, hidden under another)
Result<std::vector<ExposedCell>> audit(const TableSet& set, const SafeTableSet& safe);

}  // namespace homeward::statistics

#pragma once
// Which cells to hide beside the sensitive ones.

#include <utility>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/witness.h"

namespace homeward::statistics {

/// hidden   the pattern
/// reasons  why each cell is hidden: `household` where it is needed against a knower alone, `earlier_release` where it is withheld
/// proofs   witnesses of it, enough to leave every sensitive cell as wide as it must be, against outsiders and each knower
/// excused  (cell, knower) that are less wide than they must be, with leave
struct Suppression {
    Pattern hidden;
    std::vector<Hidden> reasons;
    std::vector<Witness> proofs;
    std::vector<std::pair<int, int>> excused = {};
};

/// Protects every sensitive cell.
///
/// First each in turn gets the cheapest pair of populations that differ in it, and what those move is
/// hidden; then the same against each knower to whom that leaves too little. Then each hidden cell is shown again, the largest
/// first, unless a sensitive one needs it against anybody.
///
/// returns  a pattern that is safe and from which no single cell can be taken back, unless the system is
///          so large that the search for those stopped early
/// go_on    as `protect_beside` has it; asked before each linear program as well
/// ways     witnesses of the same system to begin with, and those that were found when it could not be protected; may be nullptr
/// excuses  whether a cell may stay narrow for a knower against whom nothing keeps it wide; otherwise that is an error
/// errors   invalid `statistics.cannot_protect`, {cell}: index in `system.cells`, {knower}: index in `system.knowers`, or -1;
///          conflict `statistics.ended`
Result<Suppression> suppress(const CellSystem& system, const GoOn& go_on = {}, std::vector<Witness>* ways = nullptr, bool excuses = false);

}  // namespace homeward::statistics

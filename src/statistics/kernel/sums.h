#pragma once
// Sums written with few terms.

#include <vector>

#include "statistics/kernel/cell_system.h"

namespace homeward::statistics {

/// A cell as the sum of smaller cells and of what remains in single atoms.
struct Sum {
    std::vector<int> cells;  // indices in CellSystem::cells, disjoint
    std::vector<int> atoms;
};

/// For each cell of several atoms, disjoint cells within it, the largest first; a State's total becomes
/// the sum of its regions and not of a thousand groups, which makes the linear programs sparse. For a
/// cell of one atom, that atom.
std::vector<Sum> short_sums(const CellSystem& system);

}  // namespace homeward::statistics

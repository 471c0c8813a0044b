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

/// For each cell of several atoms the ways to write it as such a sum: by region, by sex, by age. The first has the fewest terms.
/// For a cell of one atom, that atom.
std::vector<std::vector<Sum>> sums_of(const CellSystem& system);

/// The first of each: a State's total becomes the sum of its regions and not of a thousand groups, which makes the linear programs
/// sparse.
std::vector<Sum> short_sums(const CellSystem& system);

}  // namespace homeward::statistics

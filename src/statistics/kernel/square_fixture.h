#pragma once
// The smallest system in which people can go round: three by three groups. For tests.

#include "statistics/kernel/cell_system.h"

namespace homeward::statistics::testing {

/// Rows and columns of nine groups are shown, and of the groups those that the pattern shows.
inline CellSystem square(const std::vector<std::int64_t>& persons, const std::vector<Knower>& knowers = {}) {
    std::vector<SystemCell> cells;
    const auto add = [&](std::vector<int> atoms) {
        SystemCell cell{std::move(atoms)};
        for (const int atom : cell.atoms) cell.value += persons[static_cast<std::size_t>(atom)];
        cell.sensitive = cell.atoms.size() == 1;
        cells.push_back(std::move(cell));
    };
    for (int atom = 0; atom < 9; ++atom) add({atom});
    for (int row = 0; row < 3; ++row) add({3 * row, 3 * row + 1, 3 * row + 2});
    for (int column = 0; column < 3; ++column) add({column, column + 3, column + 6});
    return simplified(9, persons, cells, {}, true, knowers);
}

/// Persons of the nine groups.
inline const std::vector<std::int64_t> some{3, 2, 9, 2, 4, 9, 9, 9, 9};

}  // namespace homeward::statistics::testing

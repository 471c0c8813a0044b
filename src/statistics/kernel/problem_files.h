#pragma once
// Protection problems as files, in the form that tools can be compared on.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "statistics/kernel/cell_system.h"

namespace homeward::statistics {

/// A problem: cells, each the sum of inner groups.
///
/// persons      of each inner group, when inner.csv is there
/// labels       one per row of cells.csv, in its order
/// zeros_shown  false when a zero is marked to be hidden
struct Problem {
    int atoms = 0;
    std::vector<std::int64_t> persons;
    std::vector<SystemCell> labels;
    bool zeros_shown = true;
};

/// Reads a directory with `cells.csv` (cell,value,primary: cells numbered from 1), `incidence.csv`
/// (cell,inner) and, when there, `inner.csv` (inner,value; secret in a real release) and `labels.csv` (a row
/// that says `Total` in each column but the last is the grand total and stays). Values are whole numbers.
///
/// width    to be kept open of each primary cell, in persons
/// errors   not_found `statistics.no_such_file` {file}; invalid `statistics.bad_line` {file, line};
///          `statistics.cell_without_equation` {cell}
Result<Problem> read_problem(const std::string& directory, std::int64_t width);

/// Reads a pattern file (cell,suppressed), as many rows as the problem has labels.
Result<std::vector<char>> read_pattern(const std::string& file, std::size_t cells);

}  // namespace homeward::statistics

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
/// numbers      of the cells as the files have them, by label
/// persons      of each inner group, when inner.csv is there; group n of the files is atom n - 1
/// labels       one per row of cells.csv, in its order
/// differences  between releases that stand on each other: what came between two shown figures of the same cell, where that is a
///              small count. In no table; guarded as if it were
/// earlier      per difference the label of the earlier figure
/// width        as `read_problem` took it, in persons or per cent
/// zeros_shown  false when a zero is marked to be hidden
/// decimals     values are in units of 10^-decimals; more than 0 means amounts
struct Problem {
    int atoms = 0;
    std::vector<std::int64_t> numbers;
    std::vector<std::int64_t> persons;
    std::vector<SystemCell> labels;
    std::vector<SystemCell> differences;
    std::vector<std::size_t> earlier;
    std::int64_t width = 1;
    std::vector<Link> links;
    std::vector<Knower> knowers;
    bool zeros_shown = true;
    int decimals = 0;
};

/// Per cent of an amount that must stay open above and below it, when nobody says otherwise.
constexpr std::int64_t usual_percent = 10;

/// Reads a directory; the files' columns may stand in any order.
///
/// cells.csv      cell,value,primary: the number of a cell, its value, 1 when it must be hidden
/// incidence.csv  cell,inner: a cell is the sum of these inner groups
/// inner.csv      inner,value: the true count of each group; secret in a real release; may be missing
/// labels.csv     one row per cell, in the order of cells.csv: a row that says `Total` in each column but the last is a grand total
///                and stays. Without it, a cell that no other cell holds stays; may be missing
/// links.csv      total,part: a cell is the sum of other cells, beside what incidence.csv says of it; a cell of which that says
///                nothing is made of its parts; may be missing
/// insiders.csv   insider,inner,persons,exactly: who knows whom. Without it, each single person of a group is one, and of amounts
///                nobody; may be missing
///
/// width    to be kept open of each primary cell: persons, 0 takes 1; of amounts the per cent above and below, 0 takes 10
/// errors   not_found `statistics.no_such_file` {file}; invalid `statistics.bad_line` {file, line}, `statistics.negative_count`
///          {file, line}, `statistics.said_twice` {file, line}, `statistics.cell_without_equation` {cell}, `statistics.margin`
///          {cell, shown, sum}, `statistics.two_counts` {cell, other}, `statistics.no_value` {inner},
///          `statistics.hierarchy_loop` {cell}, `statistics.no_such_column` {file, column}, `file.<reason>` {file, line}
Result<Problem> read_problem(const std::string& directory, std::int64_t width = 0);

/// The problem as one system: its labels first, then its differences.
CellSystem system_of(const Problem& problem);

/// Reads a pattern file (cell,suppressed): each cell of the problem once, in any order.
/// returns  hidden or not, by label
Result<std::vector<char>> read_pattern(const std::string& file, const Problem& problem);

/// The same cells as they lie in the system. People under two labels are hidden only where both are, and a zero that everybody
/// knows never is; what no table holds is hidden.
Pattern pattern_of(const CellSystem& system, const std::vector<char>& by_label);
/// The labels that a pattern of the system hides.
std::vector<char> labels_hidden(const Problem& problem, const CellSystem& system, const Pattern& hidden);
/// As a file: one row per cell, in the order of cells.csv.
std::string pattern_csv(const Problem& problem, const std::vector<char>& by_label);

/// An amount or a count as the files write it.
std::string amount(std::int64_t units, int decimals);

}  // namespace homeward::statistics

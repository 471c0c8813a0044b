#pragma once
// What a problem's further files add to it, and what must hold of all of them together.

#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/result.h"
#include "statistics/problems/problem_files.h"

namespace homeward::statistics {

constexpr std::int64_t most_inner_groups = 1'000'000;

/// links.csv: equations between cells. A cell of which nothing is known yet gets its parts' groups.
/// errors   `statistics.bad_line`, `statistics.said_twice` {file, line}; `statistics.hierarchy_loop` {cell}: a cell that is part of
///          itself; `statistics.overlap` {cell, other}: two parts that share a group
Done read_links(Problem& problem, const std::string& file, const std::unordered_map<std::int64_t, std::size_t>& label_of);

/// insiders.csv: who knows whom.
/// errors   `statistics.bad_line`, `statistics.said_twice` {file, line}; `statistics.knows_too_many` {file, line, inner}: more people
///          than there are
Done read_insiders(Problem& problem, const std::string& file);

/// Each single person of a group as somebody who knows themselves.
void add_single_persons(Problem& problem);

/// A cell that lies within no other stays.
void mark_largest(Problem& problem);

/// Sums that fit, no count without an equation, no two counts of the same people.
/// errors   as `read_problem`
Done check_problem(const Problem& problem);

/// Two releases of the same tables that stand on each other: the second half of the cells repeats the groups of the first, cell
/// by cell, with groups that came later. What came is guarded where it is a small count: above zero, and no more than
/// the largest count that had to be hidden.
void add_differences(Problem& problem);

}  // namespace homeward::statistics

#pragma once
// What was hidden last month stays hidden while it counts nearly the same people: a cell that one month hides and the next shows
// would open the small count beside it.

#include <set>
#include <string>

#include "statistics/reports/cube.h"

namespace homeward::statistics {

/// A table given out, as the register keeps it: its cube's facts, with one letter for each cell, `n` where it was shown.
struct TableBefore {
    Table table;
    std::string letters;
};

/// Cells of a table, by index, that every table before hid and none showed, and whose count has moved by less than `width` since.
/// Cells are the same that have the same categories of the same dimensions. Zeros are never among them.
std::set<std::size_t> hidden_before(const Table& table, const std::vector<TableBefore>& before, std::int64_t width);

}  // namespace homeward::statistics

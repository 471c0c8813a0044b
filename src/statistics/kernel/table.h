#pragma once
// Counts of persons, cross-classified, with their totals: what was counted, before anything is hidden.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace homeward::statistics {

/// One classification of a table. Its total is the margin behind the categories, index `categories.size()`.
///
/// key          `operation`, `sex`, `age_band`...; the same classification has the same key in every table
/// categories   keys, each person in exactly one
struct Dimension {
    std::string key;
    std::vector<std::string> categories;
    friend bool operator==(const Dimension&, const Dimension&) = default;
};

using Dimensions = std::vector<Dimension>;

/// Cells of a table with these dimensions, totals included. One for a table without dimensions.
std::size_t cell_count(const Dimensions& dimensions);
/// Index of a cell: row-major, the last dimension runs fastest; per dimension a category or its total.
std::size_t cell_at(const Dimensions& dimensions, std::span<const int> indices);
/// The indices of a cell, one per dimension.
std::vector<int> indices_of(const Dimensions& dimensions, std::size_t cell);
bool is_total(const Dimensions& dimensions, std::size_t dimension, int index);
/// `operation=mehr_1, sex=female`, totals left out; `total` when all are. For messages.
std::string cell_name(const Dimensions& dimensions, std::size_t cell);

/// Visits each equation of a table: one dimension summed, the others held.
/// visit   (total cell, the cells that make it up)
template <class Visit>
void each_equation(const Dimensions& dimensions, Visit visit) {
    const std::size_t cells = cell_count(dimensions);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        std::vector<int> at = indices_of(dimensions, cell);
        for (std::size_t d = 0; d < dimensions.size(); ++d) {
            if (!is_total(dimensions, d, at[d])) continue;
            std::vector<std::size_t> parts;
            std::vector<int> part = at;
            for (part[d] = 0; !is_total(dimensions, d, part[d]); ++part[d]) {
                parts.push_back(cell_at(dimensions, part));
            }
            visit(cell, parts);
        }
    }
}

/// Which definition a table counts, as it stood in the year of the return.
struct DefinitionRef {
    std::string indicator;
    int version = 1;
    friend bool operator==(const DefinitionRef&, const DefinitionRef&) = default;
};

/// One table.
///
/// key          unique within its set
/// population   whom it counts; tables of one population count the same people, so that cells with the
///              same categories are the same cell
/// counts       persons (families where the definition says so), shape of `cell_at`
/// people       fingerprint of who is in the cell, same shape, or empty when nobody took it: equal
///              fingerprints mean the same people under two labels. Never leaves the process.
struct Table {
    std::string key;
    DefinitionRef definition;
    std::string population;
    Dimensions dimensions;
    std::vector<std::int64_t> counts;
    std::vector<std::uint64_t> people;
};

/// A number that says nothing of the one it is made from, and whose sums tell groups of people apart: what `Table::people` adds up.
std::uint64_t fingerprint_of(std::uint64_t number);
/// Totals of a table of which the inner cells alone are counted; of people too, where they are.
void add_totals(Table& table);

/// All tables of one release: one linked system.
struct TableSet {
    std::vector<Table> tables;
};

/// Most cells that one set may have; a return has some hundreds.
constexpr std::size_t most_cells = 50'000;

/// errors   invalid, field = table key:
///          `statistics.table_key` (empty or twice), `statistics.table_shape` (sizes, category twice, no
///          category), `statistics.table_too_large`, `statistics.negative_count` {cell},
///          `statistics.margin` {cell, shown, sum} where a total is not the sum of its parts
Done check(const TableSet& set);
/// The part of `check` that concerns dimensions alone.
Done check_dimensions(const std::string& table, const Dimensions& dimensions);

}  // namespace homeward::statistics

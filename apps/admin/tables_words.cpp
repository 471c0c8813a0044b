#include "admin/tables_words.h"

#include <cmath>
#include <map>
#include <vector>

namespace homeward::apps {
namespace {

using namespace statistics;

/// {name} stands for a parameter of the error.
const std::map<std::string, std::string> sentences{
    {"statistics.no_such_file", "There is no file {file}."},
    {"statistics.no_such_column", "{file} has no column `{column}`, or has it twice."},
    {"statistics.bad_line", "{file}, line {line}: this is not what the form asks for."},
    {"statistics.negative_count", "{file}, line {line}: a count cannot be negative."},
    {"statistics.said_twice", "{file}, line {line}: this was said before; once is enough."},
    {"statistics.cell_missing", "{file} says nothing of cell {cell}."},
    {"statistics.cell_without_equation", "Cell {cell} is in no equation: neither incidence.csv nor links.csv says what it is the sum of."},
    {"statistics.margin", "Cell {cell} has {shown}, and its groups add up to {sum}."},
    {"statistics.does_not_add_up", "Cell {cell} contradicts the cells before it: they give another value for the same sum."},
    {"statistics.two_counts", "Cells {cell} and {other} count the same groups and have different values."},
    {"statistics.no_value", "inner.csv has no value for group {inner}, which a cell is the sum of."},
    {"statistics.hierarchy_loop", "links.csv: cell {cell} is part of itself."},
    {"statistics.overlap", "links.csv: cells {cell} and {other} share a group and cannot be parts of one sum."},
    {"statistics.knows_too_many", "{file}, line {line}: nobody can know so many people of group {inner}; there are others, or fewer."},
    {"statistics.bad_certificate", "The certificate's `{part}` has something wrong at entry {index}."},
    {"statistics.other_file", "The certificate was made for another {file}."},
    {"statistics.narrow_certificate", "The certificate proves a width of {width}, and {wanted} is wanted."},
    {"statistics.no_population", "No whole-number population was found that has these counts."},
    {"file.too_large", "{file} is larger than {limit} bytes."},
    {"file.too_many_rows", "{file} has more than {limit} rows."},
    {"file.empty", "{file} is empty."},
    {"file.nul_byte", "{file}, line {line}: a NUL byte has no place in a table."},
    {"file.invalid_utf8", "{file}, line {line}: this is not UTF-8."},
    {"file.unterminated_quote", "{file}, line {line}: a quoted field does not end."},
};

std::string filled(std::string text, const std::map<std::string, std::string>& params) {
    for (const auto& [name, value] : params) {
        const std::string mark = "{" + name + "}";
        for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), value);
    }
    return text;
}

}  // namespace

std::string sentence(const Error& error) {
    if (const auto known = sentences.find(error.key); known != sentences.end()) return filled(known->second, error.params);
    std::string text = error.key;
    for (const auto& [name, value] : error.params) text += ", " + name + " " + value;
    return error.field.empty() ? text : text + ", at " + error.field;
}

std::string cell_words(const Problem& problem, const CellSystem& system, int cell) {
    std::string list;
    int cells = 0;
    for (std::size_t label = 0; label < problem.labels.size(); ++label) {
        if (system.cell_of[label] != cell) continue;
        list += (cells++ == 0 ? "" : ", ") + std::to_string(problem.numbers[label]);
    }
    for (std::size_t d = 0; d < problem.earlier.size() && cells == 0; ++d) {
        if (system.cell_of[problem.labels.size() + d] == cell) return "what came to cell " + std::to_string(problem.numbers[problem.earlier[d]]) + " between the releases";
    }
    return (cells > 1 ? "cells " : "cell ") + list;
}

std::string knower_words(const CellSystem& system, int knower) {
    return knower == outsider ? "outsiders" : system.knowers[static_cast<std::size_t>(knower)].name;
}

std::string exposure_words(const Problem& problem, const CellSystem& system, const Exposure& exposure, bool shown) {
    const std::string cell = cell_words(problem, system, exposure.cell);
    if (shown) return cell + ": must be hidden and is shown";
    const auto low = static_cast<std::int64_t>(std::ceil(exposure.low - 1e-6)), high = static_cast<std::int64_t>(std::floor(exposure.high + 1e-6));
    if (exposure.by_arithmetic) return cell + ": not safe from " + knower_words(system, exposure.knower) + ", who get " + amount(high, problem.decimals) + " by adding and subtracting";
    std::string range = low >= high ? "know that it is " + amount(high, problem.decimals)
                                    : "know that it is between " + amount(low, problem.decimals) + " and " + amount(high, problem.decimals);
    const SystemCell& at = system.cells[static_cast<std::size_t>(exposure.cell)];
    const bool wide = high - low >= at.width && high - at.value >= at.up && at.value - low >= at.down;
    if (wide) range += "; no two whole populations were found that far apart";
    return cell + ": not safe from " + knower_words(system, exposure.knower) + ", who " + range;
}

}  // namespace homeward::apps

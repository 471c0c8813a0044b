#pragma once
// CSV files of numbers, strictly read.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace homeward::statistics {

/// line    of the file on which the record starts, from 1
/// fields  in the order the columns were asked for, without white space around them
struct TextRow {
    int line = 0;
    std::vector<std::string> fields;
};

/// Reads a file with a heading. Its columns may stand in any order, others beside them; blank records are passed over.
///
/// errors   not_found `statistics.no_such_file` {file}; invalid `statistics.no_such_column` {file, column},
///          `statistics.bad_line` {file, line}; `file.<reason>` of the tabular area, with file
Result<std::vector<TextRow>> read_columns(const std::string& file, const std::vector<std::string>& columns);

/// A file of texts without names for its columns: the records below the heading.
Result<std::vector<TextRow>> read_all_columns(const std::string& file);

std::optional<std::int64_t> whole_number(std::string_view text);

/// A number as written: `12.5` is 125 with one decimal.
struct Decimal {
    std::int64_t digits = 0;
    int decimals = 0;
};
/// Nothing unless it is digits, perhaps a sign before them and a point between, at most 15 digits and 9 of them decimals.
std::optional<Decimal> decimal_number(std::string_view text);
/// In units of 10^-decimals; `decimals` at least the number's own. Nothing when it has more than 17 digits then.
std::optional<std::int64_t> scaled(const Decimal& number, int decimals);

/// `statistics.bad_line`, or another key about a line.
Error about_line(const std::string& file, int line, const std::string& key = "statistics.bad_line");

/// The whole file. errors not_found `statistics.no_such_file`, too_large `file.too_large`
Result<std::string> read_whole_file(const std::string& file);
bool file_exists(const std::string& file);

}  // namespace homeward::statistics

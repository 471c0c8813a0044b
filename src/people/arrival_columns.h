#pragma once
// Which column of a list holds what, from its header row.

#include <optional>

#include "people/arrival_list.h"
#include "tabular/table.h"

namespace homeward::people {

/// What a header means, in any of the seven languages, and how surely (0 to 1; from 1 down: the whole header is known,
/// it holds a known phrase, it is one letter away).
struct HeaderReading {
    ColumnMeaning meaning = ColumnMeaning::ignored;
    double sureness = 0;
};
HeaderReading read_header(std::string_view header);

/// The columns of a row taken as the header: each meaning goes to the column that names it most surely, to the first
/// of equals.
std::vector<ArrivalColumn> read_columns(const tabular::Row& row);

/// Takes in the second line of a header, when `below` is one: its cells stand only under headers that span several
/// columns («Документ» over «вид» and «номер») or under none, and name at least one column.
bool join_second_line(std::vector<ArrivalColumn>& columns, const tabular::Row& below);

/// How much a row looks like the header: the sum of the sureness of its columns; 0 when it names no name column, or
/// fewer than three.
double header_score(const tabular::Row& row);

/// Whether a row repeats the header, or numbers its columns (1, 2, 3 …).
bool repeats_header(const tabular::Row& row, const std::vector<ArrivalColumn>& columns);

/// Sets what a person said about columns.
/// errors    invalid `file.no_such_column`, param `column`
Done correct_columns(std::vector<ArrivalColumn>& columns, const std::map<int, ColumnMeaning>& corrections);

}  // namespace homeward::people

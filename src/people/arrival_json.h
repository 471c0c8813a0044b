#pragma once

#include <string>

#include "people/arrival_list.h"

namespace homeward::people {

/// The verdict as one JSON object: file, format, as_of, columns, header_row, first_data_row, other_rows, person_rows,
/// accepted, accepted_with_warning, refused, distinct_people_in_list, families, totals, refused_rows, warnings,
/// duplicate_pairs, family_list, rows. A list's line numbers are there when it is CSV.
std::string arrival_json(const ArrivalVerdict& verdict);

/// `{"error": {"file", "row", "column", "reason"}}`; row and column are null where unknown.
std::string arrival_error_json(const FileError& error);

}  // namespace homeward::people

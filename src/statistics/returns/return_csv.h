#pragma once

#include <string>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// All tables of a return in one CSV, one line a cell: exactly what is shown, each hidden figure marked and nothing
/// about why. Columns: state, year, reference_date, table, indicator, version, population, one for each
/// classification, outcome, value, status. A classification that a table does not have is empty; `total` is the sum
/// over it. `status` is `shown` or `hidden`.
std::string tables_csv(const Release& release);

}  // namespace homeward::statistics

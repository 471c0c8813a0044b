#pragma once
// What a steward chooses for a year's return.

#include <string>
#include <vector>

#include "statistics/definitions/indicators.h"

namespace homeward::statistics {

/// One table: an indicator and the classifications it is crossed by, in any order.
struct ChosenTable {
    std::string indicator;
    std::vector<std::string> by;
    friend bool operator==(const ChosenTable&, const ChosenTable&) = default;
};

/// tables   empty: every indicator of the catalogue, crossed as it says there
/// reason   why a released return of the year is corrected; empty where there is none to correct
struct ReturnSpec {
    int year = 0;
    Date reference_date;
    std::vector<ChosenTable> tables = {};
    std::string reason = {};
};

/// The catalogue with what was chosen alone, in its own order.
/// errors    invalid, field `tables`: `return.indicator` {indicator} (not in the year's catalogue, or one table twice),
///           `return.crossing` {indicator, classification} (not one of its own, or twice)
Result<Catalogue> chosen(const Catalogue& catalogue, const std::vector<ChosenTable>& tables);

}  // namespace homeward::statistics

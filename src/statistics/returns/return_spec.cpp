#include "statistics/returns/return_spec.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

/// In the order of the tables, whatever the order of the choice.
Result<std::vector<std::string>> crossing_of(const Indicator& indicator, const std::vector<std::string>& by) {
    const auto allowed = classifications_of(indicator);
    for (auto key = by.begin(); key != by.end(); ++key) {
        if (std::ranges::find(allowed, *key) == allowed.end() || std::find(by.begin(), key, *key) != key) {
            return invalid("return.crossing", "tables", {{"indicator", indicator.key}, {"classification", *key}});
        }
    }
    std::vector<std::string> crossing;
    for (const auto& key : allowed) if (std::ranges::find(by, key) != by.end()) crossing.push_back(key);
    return crossing;
}

}  // namespace

std::vector<std::string> classifications_of(const Indicator& indicator) {
    if (indicator.unit == Unit::families) return {"operation"};
    return {"operation", "sex", "age_band", "region"};
}

Result<Catalogue> chosen(const Catalogue& catalogue, const std::vector<ChosenTable>& tables) {
    if (tables.empty()) return catalogue;
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        const auto twice = std::find_if(tables.begin(), table, [&](const auto& other) { return other.indicator == table->indicator; }) != table;
        if (twice || !catalogue.find(table->indicator)) return invalid("return.indicator", "tables", {{"indicator", table->indicator}});
    }
    Catalogue narrowed = catalogue;
    narrowed.indicators.clear();
    for (const auto& indicator : catalogue.indicators) {
        const auto wanted = std::ranges::find(tables, indicator.key, &ChosenTable::indicator);
        if (wanted == tables.end()) continue;
        narrowed.indicators.push_back(indicator);
        narrowed.indicators.back().crossings = {TRY(crossing_of(indicator, wanted->by))};
    }
    return narrowed;
}

}  // namespace homeward::statistics

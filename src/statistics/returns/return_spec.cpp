#include "statistics/returns/return_spec.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

/// In the order of the tables, whatever the order of the choice.
Result<std::vector<std::string>> crossing_of(const Indicator& indicator, const std::vector<std::string>& by) {
    const auto& allowed = indicator.may_cross;
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

Result<Catalogue> chosen(const Catalogue& catalogue, const std::vector<ChosenTable>& tables) {
    if (tables.empty()) return catalogue;
    for (const auto& table : tables) {
        if (!catalogue.find(table.indicator)) return invalid("return.indicator", "tables", {{"indicator", table.indicator}});
    }
    Catalogue narrowed = catalogue;
    narrowed.indicators.clear();
    for (const auto& indicator : catalogue.indicators) {
        std::vector<std::vector<std::string>> crossings;
        for (const auto& table : tables) {
            if (table.indicator != indicator.key) continue;
            auto crossing = TRY(crossing_of(indicator, table.by));
            if (std::ranges::find(crossings, crossing) != crossings.end()) return invalid("return.indicator", "tables", {{"indicator", indicator.key}});
            crossings.push_back(std::move(crossing));
        }
        if (crossings.empty()) continue;
        narrowed.indicators.push_back(indicator);
        narrowed.indicators.back().crossings = std::move(crossings);
    }
    return narrowed;
}

}  // namespace homeward::statistics

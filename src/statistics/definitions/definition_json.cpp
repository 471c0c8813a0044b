#include "statistics/definitions/definition_json.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

std::optional<std::string> told(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

IndicatorBody body_of(const Indicator& indicator, const Rules& rules) {
    IndicatorBody body{indicator.key, indicator.version, indicator.unit, indicator.population, indicator.period, indicator.subject,
                       std::max(indicator.floor, rules.floor_for(indicator.key)), indicator.measure, indicator.source, indicator.codes, indicator.month,
                       indicator.outcomes(), {}, indicator.may_cross, indicator.zeros_inform, versions_of(indicator.key)};
    for (const auto& crossing : indicator.crossings) {
        for (const auto& key : crossing) {
            if (std::ranges::find(body.classifications, key) == body.classifications.end()) body.classifications.push_back(key);
        }
    }
    return body;
}

}  // namespace

DefinitionsBody body_of(const Catalogue& catalogue, const Rules& rules) {
    DefinitionsBody body{catalogue.year, rules.floor, catalogue.hash, catalogue.locked_on, settled_years(), {}, {}};
    for (const auto& each : catalogue.populations) body.populations.push_back({each.key, told(each.within), each.age_from, each.age_before, told(each.source)});
    for (const auto& indicator : catalogue.indicators) body.indicators.push_back(body_of(indicator, rules));
    return body;
}

}  // namespace homeward::statistics

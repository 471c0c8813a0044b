#include "statistics/returns/formats/observations.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace homeward::statistics {
namespace {

Observation observation_at(const ReleasedTable& table, std::size_t cell) {
    Observation found{table.definition, table.population, {}, table.cells[cell].persons};
    const auto at = indices_of(table.dimensions, cell);
    for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
        if (is_total(table.dimensions, d, at[d])) continue;
        found.categories[classification_of(table.dimensions[d])] = table.dimensions[d].categories[static_cast<std::size_t>(at[d])];
    }
    return found;
}

}  // namespace

std::optional<std::string> Observation::at(const std::string& classification) const {
    const auto found = categories.find(classification);
    return found == categories.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Observation> observations_of(const Release& release) {
    std::vector<Observation> all;
    // A total that several tables of an indicator share is one figure: `read_release` holds them to one value.
    std::set<std::tuple<std::string, int, std::map<std::string, std::string>>> seen;
    for (const auto& table : release.tables) {
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            Observation one = observation_at(table, cell);
            if (seen.emplace(one.definition.indicator, one.definition.version, one.categories).second) all.push_back(std::move(one));
        }
    }
    return all;
}

std::string classification_of(const Dimension& dimension) { return dimension.key.substr(0, dimension.key.find('.')); }

std::vector<std::string> classifications_of(const std::vector<ReleasedTable>& tables) {
    std::vector<std::string> all;
    bool outcome = false;
    for (const auto& table : tables) {
        for (const auto& dimension : table.dimensions) {
            const std::string one = classification_of(dimension);
            if (one == "outcome") outcome = true;
            else if (std::ranges::find(all, one) == all.end()) all.push_back(one);
        }
    }
    if (outcome) all.emplace_back("outcome");
    return all;
}

}  // namespace homeward::statistics

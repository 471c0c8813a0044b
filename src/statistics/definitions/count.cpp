#include "statistics/definitions/count.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "statistics/definitions/placing.h"

namespace homeward::statistics {
namespace {

std::string key_of(const Indicator& indicator, const std::vector<std::string>& crossing) {
    if (indicator.crossings.size() == 1) return indicator.key;
    if (crossing.empty()) return indicator.key + ".total";
    std::string key = indicator.key;
    for (const auto& classification : crossing) key += (&classification == &crossing.front() ? "." : "_") + classification;
    return key;
}

void add_totals(Table& table, std::size_t d) {
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        std::vector<int> at = indices_of(table.dimensions, cell);
        if (is_total(table.dimensions, d, at[d])) continue;
        at[d] = static_cast<int>(table.dimensions[d].categories.size());
        const std::size_t total = cell_at(table.dimensions, at);
        table.counts[total] += table.counts[cell];
        table.people[total] += table.people[cell];
    }
}

Result<Table> counted(const Placing& placing, const Indicator& indicator, const std::vector<std::string>& crossing, const std::vector<Counted>& all) {
    Table table{key_of(indicator, crossing), {indicator.key, indicator.version}, indicator.population, placing.dimensions(), {}, {}};
    TRY(check_dimensions(table.key, table.dimensions));
    const std::size_t cells = cell_count(table.dimensions);
    table.counts.assign(cells, 0);
    table.people.assign(cells, 0);
    std::vector<int> at;
    for (const auto& one : all) {
        if (!placing.place(one, at)) continue;
        const std::size_t cell = cell_at(table.dimensions, at);
        ++table.counts[cell];
        table.people[cell] += one.fingerprint;
    }
    // Along one dimension after the other, so that each total is a sum over inner cells and totals before it.
    for (std::size_t d = 0; d < table.dimensions.size(); ++d) add_totals(table, d);
    return table;
}

/// Every placing of a catalogue by the population of its table: together they know all classifications of it.
struct Place {
    std::string population;
    Unit unit = Unit::persons;
    Placing placing;
};

Result<std::vector<Place>> places_of(const Catalogue& catalogue, const Classifications& classifications) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
        const Indicator& indicator = catalogue.indicators[i];
        for (const auto& crossing : indicator.crossings) {
            places.push_back({indicator.population, indicator.unit, TRY(Placing::of(i, crossing, catalogue, classifications))});
        }
    }
    return places;
}

using Standing = std::pair<std::string, std::map<std::string, int>>;  // of a member: population, categories

/// Where somebody stands, one entry for each population they belong to.
std::vector<Standing> standings_of(const Counted& one, Unit unit, const std::vector<Place>& places) {
    std::map<std::string, std::map<std::string, int>> found;
    std::vector<int> at;
    for (const auto& place : places) {
        if (place.unit != unit || !place.placing.place(one, at)) continue;
        auto& categories = found[place.population];
        for (std::size_t d = 0; d < at.size(); ++d) categories[place.placing.dimensions()[d].key] = at[d];
    }
    return {found.begin(), found.end()};
}

}  // namespace

Result<TableSet> count(const std::vector<PersonFact>& facts, const Catalogue& catalogue, const Classifications& classifications, Date reference_date) {
    const Arrived arrived = TRY(arrived_by(facts, catalogue, classifications, reference_date));
    TableSet set;
    for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
        const Indicator& indicator = catalogue.indicators[i];
        for (const auto& crossing : indicator.crossings) {
            const Placing placing = TRY(Placing::of(i, crossing, catalogue, classifications));
            set.tables.push_back(TRY(counted(placing, indicator, crossing, arrived.of(indicator.unit))));
        }
    }
    return set;
}

Result<std::vector<Household>> households_of(const std::vector<PersonFact>& facts, const Catalogue& catalogue, const Classifications& classifications,
                                             Date reference_date) {
    const Arrived arrived = TRY(arrived_by(facts, catalogue, classifications, reference_date));
    const auto places = TRY(places_of(catalogue, classifications));
    std::map<std::uint64_t, std::vector<Standing>> by_household;
    for (const Unit unit : {Unit::persons, Unit::families}) {
        for (const auto& one : arrived.of(unit)) {
            auto& standings = by_household[one.family != 0 ? one.family : one.fingerprint];
            for (auto& standing : standings_of(one, unit, places)) standings.push_back(std::move(standing));
        }
    }
    std::set<std::vector<Standing>> different;
    for (auto& [key, standings] : by_household) {
        std::ranges::sort(standings);
        if (!standings.empty()) different.insert(std::move(standings));
    }
    std::vector<Household> households;
    for (const auto& standings : different) {
        households.emplace_back();
        for (const auto& [population, categories] : standings) households.back().members.push_back({population, categories, {}});
    }
    return households;
}

}  // namespace homeward::statistics

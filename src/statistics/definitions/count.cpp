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
    add_totals(table);
    return table;
}

/// A table's placing, and where its classifications stand among all those of its population.
struct Place {
    std::size_t population = 0;
    Unit unit = Unit::persons;
    Placing placing;
    std::vector<std::size_t> columns;
};

/// Of a member in one population: its number, then a category of each of its classifications, -1 where no table places them.
using Standing = std::vector<int>;

/// All tables of a catalogue, by population: together they know all classifications of it.
class Places {
public:
    static Result<Places> of(const Catalogue& catalogue, const Classifications& classifications) {
        Places all;
        for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
            const Indicator& indicator = catalogue.indicators[i];
            for (const auto& crossing : indicator.crossings) {
                Place place{all.number_of(indicator.population), indicator.unit, TRY(Placing::of(i, crossing, catalogue, classifications)), {}};
                for (const auto& dimension : place.placing.dimensions()) place.columns.push_back(column_of(all.keys_[place.population], dimension.key));
                all.places_.push_back(std::move(place));
            }
        }
        return all;
    }

    /// Where somebody stands, one entry for each population they belong to.
    void add_standings(const Counted& one, Unit unit, std::vector<Standing>& standings) const {
        const std::size_t first = standings.size();
        std::vector<int> at;
        for (const auto& place : places_) {
            if (place.unit != unit || !place.placing.place(one, at)) continue;
            const auto begin = standings.begin() + static_cast<std::ptrdiff_t>(first);
            auto own = std::find_if(begin, standings.end(), [&](const Standing& each) { return each[0] == static_cast<int>(place.population); });
            if (own == standings.end()) {
                standings.emplace_back(keys_[place.population].size() + 1, -1).front() = static_cast<int>(place.population);
                own = standings.end() - 1;
            }
            for (std::size_t d = 0; d < at.size(); ++d) (*own)[place.columns[d] + 1] = at[d];
        }
    }

    Household::Member member_of(const Standing& standing) const {
        const auto population = static_cast<std::size_t>(standing[0]);
        Household::Member member{populations_[population], {}, {}};
        for (std::size_t c = 0; c < keys_[population].size(); ++c) {
            if (standing[c + 1] >= 0) member.categories.emplace(keys_[population][c], standing[c + 1]);
        }
        return member;
    }

private:
    static std::size_t column_of(std::vector<std::string>& keys, const std::string& key) {
        const auto found = static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
        if (found == keys.size()) keys.push_back(key);
        return found;
    }
    std::size_t number_of(const std::string& population) {
        const std::size_t number = column_of(populations_, population);
        keys_.resize(populations_.size());
        return number;
    }

    std::vector<std::string> populations_;
    std::vector<std::vector<std::string>> keys_;  // classifications of each
    std::vector<Place> places_;
};

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
    const Places places = TRY(Places::of(catalogue, classifications));
    std::map<std::uint64_t, std::vector<Standing>> by_household;
    for (const Unit unit : {Unit::persons, Unit::families}) {
        for (const auto& one : arrived.of(unit)) places.add_standings(one, unit, by_household[one.family != 0 ? one.family : one.fingerprint]);
    }
    const bool keyed = std::ranges::all_of(facts, [](const auto& fact) { return fact.key != 0 && (fact.family_slot < 0 || fact.family_key != 0); });
    std::map<std::vector<Standing>, std::vector<std::uint64_t>> different;
    for (auto& [key, standings] : by_household) {
        std::ranges::sort(standings);
        if (standings.empty()) continue;
        auto& keys = different[std::move(standings)];
        if (keyed) keys.push_back(key);
    }
    std::vector<Household> households;
    for (auto& [standings, keys] : different) {
        households.push_back({{}, std::move(keys)});
        for (const auto& standing : standings) households.back().members.push_back(places.member_of(standing));
    }
    return households;
}

}  // namespace homeward::statistics

// From tables to one linear system.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/layout.h"
#include "statistics/kernel/primary_rules.h"

namespace homeward::statistics {
namespace {

/// A cell by what it counts: per classification of its population a category, or -1 for all.
using Identity = std::pair<int, std::vector<int>>;  // (population, categories)

class Builder {
public:
    Builder(const TableSet& set, const Rules& rules) : set_(set), rules_(rules) {}

    Result<RawSystem> build() {
        for (const auto& table : set_.tables) TRY(raw_.layout.add(table.key, table.population, table.dimensions));
        TRY(raw_.layout.place());
        raw_.links = raw_.layout.links();
        for (std::size_t t = 0; t < set_.tables.size(); ++t) TRY(label(t));
        return std::move(raw_);
    }

private:
    Done label(std::size_t t) {
        const Table& table = set_.tables[t];
        const int population = raw_.layout.population_of(t);
        const std::string& indicator = table.definition.indicator;
        const bool zeros_shown = rules_.shows_zeros_of(indicator);
        std::vector<char> telling(table.counts.size(), 0);
        if (rules_.group_attribute.contains(indicator)) telling = holding_nearly_all(table, rules_.floor_for(indicator), !zeros_shown);
        // That those who were reached are the same people as a whole group, or as others elsewhere, would say who is in none of the others.
        const bool apart = rules_.zeros_hidden.contains(indicator);
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            std::vector<int> categories = raw_.layout.categories(t, cell);
            const bool whole = std::ranges::all_of(categories, [](int category) { return category < 0; });
            const std::int64_t value = table.counts[cell];
            const bool small = value < rules_.floor_for(indicator) && (value > 0 || !zeros_shown);
            SystemCell label{raw_.layout.people(population).groups(categories), value, small || telling[cell], whole, rules_.width_for(indicator)};
            label.least = zeros_shown ? 1 : 0;
            const auto [same, fresh] = value_of_.try_emplace({population, std::move(categories)}, value);
            if (!fresh && same->second != value) {
                return invalid("statistics.two_counts", table.key, {{"cell", cell_name(table.dimensions, cell)}});
            }
            raw_.apart.push_back(apart);
            if (!table.people.empty() && value > 0 && !apart) unite(table.people[cell], value, label);
            raw_.labels.push_back(std::move(label));
        }
        return {};
    }

    /// The same people under another label: one cell, and whoever knows one sum knows the other.
    void unite(std::uint64_t people, std::int64_t value, SystemCell& label) {
        const auto [first, fresh] = groups_of_people_.try_emplace({people, value}, label.atoms);
        if (fresh || first->second == label.atoms) return;
        if (linked_.insert({first->second, label.atoms}).second) raw_.links.push_back({first->second, label.atoms});
        label.atoms = first->second;
    }

    const TableSet& set_;
    const Rules& rules_;
    RawSystem raw_;
    std::map<Identity, std::int64_t> value_of_;
    std::map<std::pair<std::uint64_t, std::int64_t>, std::vector<int>> groups_of_people_;
    std::set<std::pair<std::vector<int>, std::vector<int>>> linked_;
};

}  // namespace

Result<RawSystem> raw_system_of(const TableSet& set, const Rules& rules) { return Builder(set, rules).build(); }

Result<CellSystem> system_of(const TableSet& set, const Rules& rules) {
    const RawSystem raw = TRY(raw_system_of(set, rules));
    return simplified(raw.layout.atoms(), {}, raw.labels, raw.links, rules.zeros_shown);
}

}  // namespace homeward::statistics

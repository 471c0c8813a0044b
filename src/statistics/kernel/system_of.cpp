// From tables to one linear system.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/crossings.h"

namespace homeward::statistics {
namespace {

constexpr std::size_t most_atoms_of_a_crossing = 20'000;

/// A cell by what it counts: per classification of its population a category, or -1 for all.
using Identity = std::pair<int, std::vector<int>>;  // (population, categories)

/// The groups of a crossing are numbered row-major from `first_atom`.
struct PlacedCrossing {
    Crossing crossing;
    int first_atom = 0;
};

struct People {
    std::vector<Dimension> classifications;
    std::vector<std::vector<int>> tables;  // classifications of each
    std::vector<PlacedCrossing> crossings;
};

class Builder {
public:
    Builder(const TableSet& set, const Rules& rules) : set_(set), rules_(rules) {}

    Result<CellSystem> build() {
        for (const auto& table : set_.tables) TRY(note(table));
        for (auto& people : populations_) TRY(place(people));
        for (std::size_t t = 0; t < set_.tables.size(); ++t) TRY(label(t));
        return simplified(atoms_, {}, labels_, links_, rules_.zeros_shown);
    }

private:
    /// The table's classifications, as numbers within its population.
    Done note(const Table& table) {
        const auto [found, fresh] = number_of_.try_emplace(table.population, static_cast<int>(populations_.size()));
        if (fresh) populations_.emplace_back();
        People& people = populations_[static_cast<std::size_t>(found->second)];
        std::vector<int> own;
        for (const auto& dimension : table.dimensions) {
            const auto same = std::ranges::find(people.classifications, dimension.key, &Dimension::key);
            if (same != people.classifications.end() && same->categories != dimension.categories) {
                return invalid("statistics.dimension_differs", table.key, {{"dimension", dimension.key}});
            }
            own.push_back(static_cast<int>(same - people.classifications.begin()));
            if (same == people.classifications.end()) people.classifications.push_back(dimension);
        }
        classifications_of_table_.push_back(own);
        std::ranges::sort(own);
        people.tables.push_back(std::move(own));
        return {};
    }

    /// Numbers the groups of a population and links its crossings.
    Done place(People& people) {
        const auto tree = crossings_of(people.tables, static_cast<int>(people.classifications.size()));
        for (const auto& crossing : tree) {
            std::size_t size = 1;
            for (const int c : crossing.classifications) {
                size *= people.classifications[static_cast<std::size_t>(c)].categories.size();
                if (size > most_atoms_of_a_crossing) return too_many_groups(people, crossing);
            }
            people.crossings.push_back({crossing, atoms_});
            atoms_ += static_cast<int>(size);
            if (crossing.parent >= 0) link(people, people.crossings.back());
        }
        return {};
    }

    static Error too_many_groups(const People& people, const Crossing& crossing) {
        std::string keys;
        for (const int c : crossing.classifications) keys += (keys.empty() ? "" : ", ") + people.classifications[static_cast<std::size_t>(c)].key;
        return invalid("statistics.crossing_too_large", {}, {{"dimensions", keys}});
    }

    /// The groups of a crossing that have these categories; -1 takes all of a classification.
    static std::vector<int> groups(const People& people, const PlacedCrossing& placed, const std::vector<int>& categories) {
        std::vector<int> groups{0};
        for (const int c : placed.crossing.classifications) {
            const int size = static_cast<int>(people.classifications[static_cast<std::size_t>(c)].categories.size());
            const int wanted = categories[static_cast<std::size_t>(c)];
            std::vector<int> finer;
            for (const int group : groups) {
                if (wanted >= 0) finer.push_back(group * size + wanted);
                else for (int category = 0; category < size; ++category) finer.push_back(group * size + category);
            }
            groups = std::move(finer);
        }
        for (int& group : groups) group += placed.first_atom;
        return groups;
    }

    void link(const People& people, const PlacedCrossing& placed) {
        const PlacedCrossing& parent = people.crossings[static_cast<std::size_t>(placed.crossing.parent)];
        Dimensions shared;
        for (const int c : placed.crossing.shared) shared.push_back(people.classifications[static_cast<std::size_t>(c)]);
        for (std::size_t cell = 0; cell < cell_count(shared); ++cell) {
            const std::vector<int> at = indices_of(shared, cell);
            std::vector<int> categories(people.classifications.size(), -1);
            bool inner = true;
            for (std::size_t d = 0; d < shared.size(); ++d) {
                inner = inner && !is_total(shared, d, at[d]);
                categories[static_cast<std::size_t>(placed.crossing.shared[d])] = at[d];
            }
            if (inner) links_.push_back({groups(people, placed, categories), groups(people, parent, categories)});
        }
    }

    /// The groups that a cell is the sum of, in the first crossing that knows its classifications.
    static std::vector<int> home(const People& people, const std::vector<int>& categories) {
        for (const auto& placed : people.crossings) {
            bool inside = true;
            for (std::size_t c = 0; c < categories.size(); ++c) {
                inside = inside && (categories[c] < 0 || std::ranges::binary_search(placed.crossing.classifications, static_cast<int>(c)));
            }
            if (inside) return groups(people, placed, categories);
        }
        return {};  // not reached: every table lies within a crossing
    }

    Done label(std::size_t t) {
        const Table& table = set_.tables[t];
        const int population = number_of_.at(table.population);
        const People& people = populations_[static_cast<std::size_t>(population)];
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            const std::vector<int> at = indices_of(table.dimensions, cell);
            std::vector<int> categories(people.classifications.size(), -1);
            bool whole = true;
            for (std::size_t d = 0; d < at.size(); ++d) {
                if (is_total(table.dimensions, d, at[d])) continue;
                categories[static_cast<std::size_t>(classifications_of_table_[t][d])] = at[d];
                whole = false;
            }
            const std::int64_t value = table.counts[cell];
            SystemCell label{home(people, categories), value, must_hide(table, value), whole, rules_.width_for(table.definition.indicator)};
            const auto [same, fresh] = value_of_.try_emplace({population, std::move(categories)}, value);
            if (!fresh && same->second != value) {
                return invalid("statistics.two_counts", table.key, {{"cell", cell_name(table.dimensions, cell)}});
            }
            if (!table.people.empty() && value > 0) unite(table.people[cell], value, label);
            labels_.push_back(std::move(label));
        }
        return {};
    }

    bool must_hide(const Table& table, std::int64_t value) const {
        return value < rules_.floor_for(table.definition.indicator) && (value > 0 || !rules_.zeros_shown);
    }

    /// The same people under another label: one cell, and whoever knows one sum knows the other.
    void unite(std::uint64_t people, std::int64_t value, SystemCell& label) {
        const auto [first, fresh] = groups_of_people_.try_emplace({people, value}, label.atoms);
        if (fresh || first->second == label.atoms) return;
        if (linked_.insert({first->second, label.atoms}).second) links_.push_back({first->second, label.atoms});
        label.atoms = first->second;
    }

    const TableSet& set_;
    const Rules& rules_;
    std::map<std::string, int> number_of_;  // of a population
    std::vector<People> populations_;
    std::vector<std::vector<int>> classifications_of_table_;  // in the table's own order
    int atoms_ = 0;
    std::vector<SystemCell> labels_;
    std::vector<Link> links_;
    std::map<Identity, std::int64_t> value_of_;
    std::map<std::pair<std::uint64_t, std::int64_t>, std::vector<int>> groups_of_people_;
    std::set<std::pair<std::vector<int>, std::vector<int>>> linked_;
};

}  // namespace

Result<CellSystem> system_of(const TableSet& set, const Rules& rules) { return Builder(set, rules).build(); }

}  // namespace homeward::statistics

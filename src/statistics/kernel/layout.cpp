#include "statistics/kernel/layout.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

constexpr std::size_t most_atoms_of_a_crossing = 20'000;

Error too_many_groups(const People& people, const Crossing& crossing) {
    std::string keys;
    for (const int c : crossing.classifications) keys += (keys.empty() ? "" : ", ") + people.classifications[static_cast<std::size_t>(c)].key;
    return invalid("statistics.crossing_too_large", {}, {{"dimensions", keys}});
}

}  // namespace

std::vector<int> People::groups(const PlacedCrossing& placed, const std::vector<int>& categories) const {
    std::vector<int> groups{0};
    for (const int c : placed.crossing.classifications) {
        const int size = static_cast<int>(classifications[static_cast<std::size_t>(c)].categories.size());
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

std::vector<int> People::groups(const std::vector<int>& categories) const {
    for (const auto& placed : crossings) {
        bool inside = true;
        for (std::size_t c = 0; c < categories.size(); ++c) {
            inside = inside && (categories[c] < 0 || std::ranges::binary_search(placed.crossing.classifications, static_cast<int>(c)));
        }
        if (inside) return groups(placed, categories);
    }
    return {};
}

Done Layout::add(const std::string& table, const std::string& population, const Dimensions& dimensions) {
    const auto [found, fresh] = number_of_.try_emplace(population, static_cast<int>(populations_.size()));
    if (fresh) populations_.emplace_back();
    People& people = populations_[static_cast<std::size_t>(found->second)];
    std::vector<int> own;
    for (const auto& dimension : dimensions) {
        const auto same = std::ranges::find(people.classifications, dimension.key, &Dimension::key);
        if (same != people.classifications.end() && same->categories != dimension.categories) {
            return invalid("statistics.dimension_differs", table, {{"dimension", dimension.key}});
        }
        own.push_back(static_cast<int>(same - people.classifications.begin()));
        if (same == people.classifications.end()) people.classifications.push_back(dimension);
    }
    population_of_table_.push_back(found->second);
    dimensions_of_table_.push_back(dimensions);
    classifications_of_table_.push_back(own);
    std::ranges::sort(own);
    people.tables.push_back(std::move(own));
    return {};
}

Done Layout::place() {
    for (auto& people : populations_) TRY(place(people));
    return {};
}

/// Numbers the groups of a population and links its crossings.
Done Layout::place(People& people) {
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

void Layout::link(const People& people, const PlacedCrossing& placed) {
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
        if (inner) links_.push_back({people.groups(placed, categories), people.groups(parent, categories)});
    }
}

std::vector<int> Layout::categories(std::size_t table, std::size_t cell) const {
    const Dimensions& dimensions = dimensions_of_table_[table];
    const std::vector<int> at = indices_of(dimensions, cell);
    std::vector<int> categories(people(population_of_table_[table]).classifications.size(), -1);
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (!is_total(dimensions, d, at[d])) categories[static_cast<std::size_t>(classifications_of_table_[table][d])] = at[d];
    }
    return categories;
}

}  // namespace homeward::statistics

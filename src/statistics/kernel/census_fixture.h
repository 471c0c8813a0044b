#pragma once
// Four linked tables as a census publishes them: 9,408 cells of people who do not exist. For tests and the benchmark.

#include <cmath>
#include <random>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics::testing {

/// People with seven classifications, the first categories far more frequent than the last; of a seed always the same.
inline std::vector<std::vector<int>> census_people(const Dimensions& dimensions, int people, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<std::vector<int>> register_of;
    for (int p = 0; p < people; ++p) {
        std::vector<int> person;
        for (const auto& dimension : dimensions) {
            const double share = static_cast<double>(random() >> 11) / 9007199254740992.0;
            person.push_back(static_cast<int>(std::pow(share, 3) * static_cast<double>(dimension.categories.size())));
        }
        register_of.push_back(std::move(person));
    }
    return register_of;
}

inline Table census_table(const Dimensions& all, const std::vector<std::vector<int>>& people, const std::string& key, const std::vector<std::size_t>& by) {
    Table table{key, {key, 1}, "people", {}, {}, {}};
    for (const std::size_t d : by) table.dimensions.push_back(all[d]);
    table.counts.assign(cell_count(table.dimensions), 0);
    for (const auto& person : people) {
        std::vector<int> at;
        for (const std::size_t d : by) at.push_back(person[d]);
        ++table.counts[cell_at(table.dimensions, at)];
    }
    add_totals(table);
    return table;
}

inline TableSet census(int people = 28'000, std::uint64_t seed = 53) {
    Dimensions all;
    for (const auto& [key, size] : std::initializer_list<std::pair<const char*, int>>{{"region", 15}, {"sex", 2}, {"age", 8}, {"status", 6}, {"school", 7}, {"origin", 23}, {"household", 9}}) {
        all.push_back({key, {}});
        for (int c = 0; c < size; ++c) all.back().categories.push_back(std::to_string(c));
    }
    const auto register_of = census_people(all, people, seed);
    return {{census_table(all, register_of, "work", {0, 1, 2, 3}), census_table(all, register_of, "school", {0, 1, 4, 3}),
             census_table(all, register_of, "origin", {0, 2, 5}), census_table(all, register_of, "home", {1, 4, 6})}};
}

/// A pattern that hides so many cells of a system, the smallest first, and every sensitive one.
inline Pattern smallest_hidden(const CellSystem& system, std::size_t cells) {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t c = 0; c < system.cells.size(); ++c) order.emplace_back(system.cells[c].value, c);
    std::ranges::sort(order);
    Pattern hidden(system.cells.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) hidden[order[i].second] = i < cells || system.cells[order[i].second].sensitive;
    return hidden;
}

/// The census under a floor of 4, with as many cells hidden as the measure of its audit has.
struct HiddenCensus {
    CellSystem system;
    Pattern hidden;
};
inline HiddenCensus hidden_census() {
    Rules rules;
    rules.floor = 4;
    rules.width = 1;
    CellSystem system = system_of(census(), rules).value();
    Pattern hidden = smallest_hidden(system, 5'131);
    return {std::move(system), std::move(hidden)};
}

}  // namespace homeward::statistics::testing

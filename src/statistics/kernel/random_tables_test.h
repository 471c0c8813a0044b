#pragma once
// Small random table sets, and an attacker who tries every population. For tests.

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "statistics/kernel/safe_table.h"

namespace homeward::statistics::testing {

/// A register of nameless people: how many have each combination of three classifications.
struct Register {
    Dimensions dimensions;
    std::vector<std::int64_t> counts;  // inner cells, row-major

    std::size_t size() const { return counts.size(); }
    int category(std::size_t group, std::size_t d) const {
        for (std::size_t later = dimensions.size(); later-- > d + 1;) group /= dimensions[later].categories.size();
        return static_cast<int>(group % dimensions[d].categories.size());
    }
};

inline Register random_register(std::mt19937& random, std::vector<int> sizes, int most) {
    Register people;
    std::size_t groups = 1;
    for (std::size_t d = 0; d < sizes.size(); ++d) {
        people.dimensions.push_back({std::string(1, static_cast<char>('a' + d)), {}});
        for (int c = 0; c < sizes[d]; ++c) people.dimensions.back().categories.push_back(std::to_string(c));
        groups *= static_cast<std::size_t>(sizes[d]);
    }
    for (std::size_t g = 0; g < groups; ++g) people.counts.push_back(static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1)));
    return people;
}

/// A table of a register by some of its classifications.
inline Table table_of(const Register& people, const std::string& key, const std::vector<std::size_t>& by) {
    Table table{key, {key, 1}, "people", {}, {}, {}};
    for (const std::size_t d : by) table.dimensions.push_back(people.dimensions[d]);
    table.counts.assign(cell_count(table.dimensions), 0);
    for (std::size_t group = 0; group < people.size(); ++group) {
        std::vector<int> at;
        for (const std::size_t d : by) at.push_back(people.category(group, d));
        table.counts[cell_at(table.dimensions, at)] += people.counts[group];
    }
    add_totals(table);
    return table;
}

/// A published cell as the attacker sees it: the groups of the register it sums, and its value when shown.
struct Published {
    std::vector<std::size_t> groups;
    std::optional<std::int64_t> value;
    std::int64_t truth = 0;
    bool sensitive = false;
};

inline std::vector<Published> published(const Register& people, const TableSet& set, const SafeTableSet& safe) {
    std::vector<Published> cells;
    for (std::size_t t = 0; t < set.tables.size(); ++t) {
        const Table& table = set.tables[t];
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            Published one{{}, safe.tables[t].cells[cell].persons, table.counts[cell], safe.tables[t].cells[cell].hidden == Hidden::by_rule};
            const std::vector<int> at = indices_of(table.dimensions, cell);
            for (std::size_t group = 0; group < people.size(); ++group) {
                bool in = true;
                for (std::size_t d = 0; d < at.size(); ++d) {
                    if (is_total(table.dimensions, d, at[d])) continue;
                    const auto number = static_cast<std::size_t>(std::ranges::find(people.dimensions, table.dimensions[d].key, &Dimension::key) - people.dimensions.begin());
                    in = in && people.category(group, number) == at[d];
                }
                if (in) one.groups.push_back(group);
            }
            cells.push_back(std::move(one));
        }
    }
    return cells;
}

/// Tries every register that agrees with what is published, up to `most` people in a group.
///
/// least_hidden   what a hidden cell has at least: 1 where zeros are shown
/// known          what somebody knows of each group besides: at least so many, at most so many; empty when nothing
/// returns   per published cell the smallest and largest value it can have; stops early once every sensitive
///           cell is at least `width` wide
inline std::vector<std::pair<std::int64_t, std::int64_t>> ranges(const Register& people, const std::vector<Published>& cells,
                                                                 std::int64_t most, std::int64_t width, std::int64_t least_hidden,
                                                                 const std::vector<std::pair<std::int64_t, std::int64_t>>& known = {}) {
    std::vector<std::pair<std::int64_t, std::int64_t>> range(cells.size(), {1'000'000, -1});
    std::vector<std::int64_t> sum(cells.size(), 0);
    std::vector<std::vector<std::size_t>> cells_of(people.size()), closes(people.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (const std::size_t group : cells[c].groups) cells_of[group].push_back(c);
        if (!cells[c].groups.empty()) closes[cells[c].groups.back()].push_back(c);
    }
    bool done = false;
    const std::function<void(std::size_t)> place = [&](std::size_t group) {
        if (done) return;
        if (group == people.size()) {
            bool all_wide = true;
            for (std::size_t c = 0; c < cells.size(); ++c) {
                range[c].first = std::min(range[c].first, sum[c]);
                range[c].second = std::max(range[c].second, sum[c]);
                all_wide = all_wide && (!cells[c].sensitive || range[c].second - range[c].first >= width);
            }
            done = all_wide;
            return;
        }
        std::int64_t room = most;
        for (const std::size_t c : cells_of[group]) if (cells[c].value) room = std::min(room, *cells[c].value - sum[c]);
        const std::int64_t first = known.empty() ? 0 : known[group].first;
        if (!known.empty()) room = std::min(room, known[group].second);
        for (std::int64_t persons = first; persons <= room && !done; ++persons) {
            for (const std::size_t c : cells_of[group]) sum[c] += persons;
            bool fits = true;
            for (const std::size_t c : closes[group]) fits = fits && (cells[c].value ? sum[c] == *cells[c].value : sum[c] >= least_hidden);
            if (fits) place(group + 1);
            for (const std::size_t c : cells_of[group]) sum[c] -= persons;
        }
    };
    place(0);
    return range;
}

}  // namespace homeward::statistics::testing

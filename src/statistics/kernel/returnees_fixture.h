#pragma once
// A State's returnees who do not exist, with classifications as uneven as real ones. For tests and the benchmark.

#include <cmath>
#include <random>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/random_tables_test.h"

namespace homeward::statistics::testing {

/// One classification: how often each category comes, for adults and for children.
struct Uneven {
    const char* key;
    std::vector<double> adults, children;
};

class Returnees {
public:
    Returnees(int people, std::uint64_t seed) : random_(seed) {
        std::vector<double> regions;
        for (int r = 1; r <= 17; ++r) regions.push_back(std::pow(r, -0.9));
        classifications_ = {{"region", regions, regions},
                            {"sex", {86, 14}, {50, 50}},
                            {"age_band", {0, 0, 14, 19, 4}, {26, 37, 0, 0, 0}},
                            {"year", {46, 8, 18, 12, 16}, {46, 8, 18, 12, 16}},
                            {"documents", {80, 15, 5}, {80, 15, 5}},
                            {"health", {60, 24, 11, 3.5, 1.5}, {60, 24, 11, 3.5, 1.5}},
                            {"stage", {6, 48, 30, 16}, {6, 48, 30, 16}}};
        for (const auto& one : classifications_) {
            dimensions_.push_back({one.key, {}});
            for (std::size_t c = 0; c < one.adults.size(); ++c) dimensions_.back().categories.push_back(std::to_string(c));
        }
        for (int p = 0; p < people; ++p) {
            const bool child = pick({37, 63}) == 1;
            people_.emplace_back();
            for (const auto& one : classifications_) people_.back().push_back(pick(child ? one.children : one.adults));
        }
    }

    /// A table by some of the classifications, named by their numbers: 0 region, 1 sex, 2 age band, 3 year, 4 documents, 5 health, 6 stage.
    Table table(const std::string& key, const std::vector<std::size_t>& by) const {
        Table table{key, {key, 1}, "people", {}, {}, {}};
        for (const std::size_t d : by) table.dimensions.push_back(dimensions_[d]);
        table.counts.assign(cell_count(table.dimensions), 0);
        for (const auto& person : people_) {
            std::vector<int> at;
            for (const std::size_t d : by) at.push_back(person[d]);
            ++table.counts[cell_at(table.dimensions, at)];
        }
        add_totals(table);
        return table;
    }

private:
    int pick(const std::vector<double>& weights) {
        double sum = 0;
        for (const double weight : weights) sum += weight;
        double left = sum * static_cast<double>(random_() >> 11) / 9007199254740992.0;
        for (std::size_t c = 0; c < weights.size(); ++c) if ((left -= weights[c]) < 0) return static_cast<int>(c);
        return 0;
    }

    std::mt19937_64 random_;
    std::vector<Uneven> classifications_;
    Dimensions dimensions_;
    std::vector<std::vector<int>> people_;
};

/// Sets that a steward might propose: single crossings, and several that hang together.
inline std::vector<TableSet> proposals(int people, std::uint64_t seed) {
    const Returnees returnees(people, seed);
    const auto set = [&](const std::vector<std::vector<std::size_t>>& crossings) {
        TableSet tables;
        for (const auto& by : crossings) tables.tables.push_back(returnees.table("t" + std::to_string(tables.tables.size()), by));
        return tables;
    };
    return {set({{0, 1}}), set({{0, 5}}), set({{0, 1, 2}}), set({{2, 5, 1}}), set({{0, 3}}), set({{0, 1, 2}, {0, 5}, {3, 4}}), set({{3, 1, 2}, {5, 6}, {0, 6}})};
}

}  // namespace homeward::statistics::testing

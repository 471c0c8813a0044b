// What a census and the adviser take.
#include <fmt/format.h>

#include <algorithm>

#include "bench.h"
#include "statistics/kernel/adviser.h"
#include "statistics/kernel/audit.h"
#include "statistics/kernel/census_fixture.h"
#include "statistics/kernel/returnees_fixture.h"
#include "statistics/kernel/suppress.h"
#include "tables.h"

namespace homeward::bench {
namespace {

using namespace statistics;
using statistics::testing::Returnees;

constexpr std::size_t kCensusHidden = 5'131;

Rules rules_of(int floor, int width = 0) {
    Rules rules;
    rules.floor = floor;
    rules.width = width;
    return rules;
}

Cost sum_of(const std::vector<Cost>& costs) {
    Cost sum;
    for (const auto& cost : costs) {
        sum.cells += cost.cells;
        sum.by_rule += cost.by_rule;
        sum.to_protect += cost.to_protect;
    }
    return sum;
}

/// Of the labels that hold somebody; nothing where the set cannot be made safe.
std::optional<double> share_hidden(const TableSet& set, const Rules& rules) {
    const CellSystem system = system_of(set, rules).value();
    const auto suppression = suppress(system);
    if (!suppression) return std::nullopt;
    double cells = 0, hidden = 0;
    std::size_t label = 0;
    for (const auto& table : set.tables) {
        for (const std::int64_t count : table.counts) {
            const int cell = system.cell_of[label++];
            cells += count > 0;
            hidden += cell >= 0 && suppression->hidden[static_cast<std::size_t>(cell)];
        }
    }
    return hidden / cells;
}

void measure_advice(std::vector<Line>& lines, int people) {
    const Returnees returnees(people, 7);
    const TableSet set{{returnees.table("a", {0, 1, 2}), returnees.table("b", {0, 5}), returnees.table("c", {0, 3, 4}), returnees.table("d", {2, 5, 6})}};
    std::vector<double> took;
    for (std::size_t table = 0; table < set.tables.size(); ++table) {
        const double began = cpu_seconds();
        if (!advise(set, table, rules_of(10))) throw std::logic_error("the adviser refused its own example");
        took.push_back((cpu_seconds() - began) * 1e3);
    }
    add_line(lines, {.name = fmt::format("tables: adviser, {} people, slowest of 4 tables, CPU", people), .value = std::ranges::max(took), .unit = "ms", .target = 300});
}

}  // namespace

void measure_census(const Options&, std::vector<Line>& lines) {
    const TableSet set = statistics::testing::census();
    const CellSystem system = system_of(set, rules_of(4, 1)).value();
    const Pattern hidden = statistics::testing::smallest_hidden(system, kCensusHidden);
    std::size_t labels = 0;
    for (const auto& table : set.tables) labels += table.counts.size();
    std::cout << fmt::format("census: {} cells in 4 linked tables, {} different ones that are not zero, {} of them small\n", labels, system.cells.size(),
                             std::ranges::count_if(system.cells, &SystemCell::sensitive));
    const double began = cpu_seconds();
    const auto exposed = statistics::audit(system, hidden);
    add_line(lines, {.name = fmt::format("tables: census, audit with {} hidden, CPU", std::ranges::count(hidden, 1)), .value = cpu_seconds() - began, .unit = "s", .target = 1});
    add_line(lines, {.name = "tables: census, exposed by that pattern", .value = static_cast<double>(exposed.size()), .unit = "cells"});
    std::cout << "\n";
}

void measure_adviser(const Options& options, std::vector<Line>& lines) {
    std::cout << "adviser: the share that would be hidden, estimated without protecting\n";
    for (const int people : {754, 100'000}) measure_advice(lines, people);
    for (const int people : {200, 754, 5'000}) {
        double sum = 0, largest = 0;
        int sets = 0;
        for (std::uint64_t seed = 1; seed <= (options.quick ? 1u : 5u); ++seed) {
            for (const auto& set : statistics::testing::proposals(people, seed)) {
                const auto real = share_hidden(set, rules_of(10));
                if (!real) continue;
                const double error = 100 * std::abs(sum_of(costs_of(set, rules_of(10)).value()).share_hidden() - *real);
                sum += error;
                largest = std::max(largest, error);
                ++sets;
            }
        }
        add_line(lines, {.name = fmt::format("tables: adviser, {} people, off by, mean of {} sets", people, sets), .value = sum / sets, .unit = "points"});
        add_line(lines, {.name = fmt::format("tables: adviser, {} people, off by, largest", people), .value = largest, .unit = "points"});
    }
}

}  // namespace homeward::bench

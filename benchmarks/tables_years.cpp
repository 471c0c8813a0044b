// What a return takes beside those of earlier years, and the audit of everything that is out.
#include <fmt/format.h>

#include <algorithm>

#include "bench.h"
#include "statistics/ledger/published.h"
#include "statistics/returns/living_state_fixture.h"
#include "tables.h"

namespace homeward::bench {
namespace {

using namespace statistics;
using statistics::testing::LivingState;

constexpr double kSeconds = 10;
// As the desk that makes a steward's return: for what was chosen and for the total alone, and for each coarser set.
constexpr double kGiveUp = 60, kGiveUpCoarser = 10;

struct Made {
    std::vector<PublishedRelease> releases;
    double longest = 0;
};

std::size_t hidden_in(const SafeTableSet& safe) {
    std::size_t hidden = 0;
    for (const auto& table : safe.tables) hidden += static_cast<std::size_t>(std::ranges::count_if(table.cells, [](const auto& cell) { return !cell.persons; }));
    return hidden;
}

/// The returns of some years, one beside the other.
Made make_years(const char* code, int people, unsigned seed, int years) {
    Made made;
    LivingState state(code, people, seed);
    std::vector<EarlierTable> out;
    for (int year = LivingState::kFirstYear; year < LivingState::kFirstYear + years; ++year) {
        state.live(year);
        const ReleaseProblem problem = state.problem(year, out);
        const double began = cpu_seconds();
        double until = began + kGiveUp;
        const Waiting waiting{[&](int, int) { return cpu_seconds() < until; }, [] { return false; }, [&] { until = cpu_seconds() + kGiveUpCoarser; },
                              [&] { until = cpu_seconds() + kGiveUp; }};
        const auto safe = make_safe(problem, waiting);
        const double took = cpu_seconds() - began;
        made.longest = std::max(made.longest, took);
        if (!safe) throw std::logic_error("no return of " + std::to_string(year) + ": " + safe.error().key);
        std::size_t labels = 0;
        for (const auto& table : safe->tables.safe.tables) labels += table.cells.size();
        std::cout << fmt::format("    {} {}, {} people: {:.2f} s, {} tables chosen, {} figures, {} hidden, {} told{}\n", code, year, people, took, problem.tables.tables.size(), labels,
                                 hidden_in(safe->tables.safe), safe->told.size(), safe->coarser_because ? ", coarser: " + safe->coarser_because->key : "")
                  << std::flush;
        testing::put_out(out, year, safe->tables);
        made.releases.push_back({code + std::to_string(year), state.released_as(year, safe->tables.safe)});
    }
    return made;
}

}  // namespace

void measure_years(const Options& options, std::vector<Line>& lines) {
    std::cout << "years: each return beside all earlier ones, the real definitions\n";
    const int years = options.quick ? 2 : 7, of_others = 2;
    auto one = make_years("UZ", 754, 1, years);
    add_line(lines, {.name = fmt::format("tables: a return beside up to {} years, 754 people, slowest, CPU", years - 1), .value = one.longest, .unit = "s", .target = kSeconds});
    const auto measure = [&](const std::vector<PublishedRelease>& releases, const std::string& what, double target) {
        const double began = cpu_seconds();
        const auto opened = audit_published(releases, {});
        if (!opened) throw std::logic_error("the audit refused its own example: " + opened.error().key);
        add_line(lines, {.name = "tables: audit of " + what + ", CPU", .value = cpu_seconds() - began, .unit = "s", .target = target});
        add_line(lines, {.name = "tables: opened by " + what, .value = static_cast<double>(opened->size()), .unit = "cells", .target = 0});
    };
    measure(one.releases, fmt::format("one State, {} years", years), kSeconds);
    if (options.quick) return;
    auto all = std::move(one.releases);
    unsigned seed = 2;
    for (const char* code : {"KZ", "KG", "TJ", "TM"}) std::ranges::move(make_years(code, 754, seed++, of_others).releases, std::back_inserter(all));
    measure(all, fmt::format("one State, {} years, and 4, {} years", years, of_others), kSeconds);
    for (const int people : {5'000, 100'000}) {
        add_line(lines, {.name = fmt::format("tables: a return beside one year, {} people, slowest, CPU", people), .value = make_years("UZ", people, 1, 2).longest, .unit = "s"});
    }
}

}  // namespace homeward::bench

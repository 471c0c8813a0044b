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
constexpr double kGiveUp = 60;  // as a steward's return does

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
Made make_years(const char* code, int people, unsigned seed, int years, bool tell) {
    Made made;
    LivingState state(code, people, seed);
    std::vector<EarlierTable> out;
    for (int year = LivingState::kFirstYear; year < LivingState::kFirstYear + years; ++year) {
        state.live(year);
        const ReleaseProblem problem = state.problem(year, out);
        const double began = cpu_seconds();
        const auto safe = make_safe(problem, [&](int, int) { return cpu_seconds() - began < kGiveUp; }, [] { return false; });
        const double took = cpu_seconds() - began;
        made.longest = std::max(made.longest, took);
        if (!safe) throw std::logic_error("no return of " + std::to_string(year) + ": " + safe.error().key);
        if (tell) {
            std::size_t labels = 0;
            for (const auto& table : safe->tables.safe.tables) labels += table.cells.size();
            std::cout << fmt::format("    {} {}: {:.2f} s, {} tables, {} figures, {} hidden by rule and {} beside, {} told{}\n", code, year, took,
                                     problem.tables.tables.size(), labels, safe->tables.safe.hidden_by_rule, hidden_in(safe->tables.safe) - static_cast<std::size_t>(safe->tables.safe.hidden_by_rule),
                                     safe->told.size(), safe->coarser_because ? ", coarser: " + safe->coarser_because->key : "")
                      << std::flush;
        }
        testing::put_out(out, year, safe->tables);
        made.releases.push_back({code + std::to_string(year), state.released_as(year, safe->tables.safe)});
    }
    return made;
}

}  // namespace

void measure_years(const Options& options, std::vector<Line>& lines) {
    const int years = options.quick ? 3 : 7;
    std::cout << "years: each return beside all earlier ones, the real definitions\n";
    std::vector<PublishedRelease> all;
    double longest = 0;
    unsigned seed = 1;
    for (const char* code : {"UZ", "KZ", "KG", "TJ", "TM"}) {
        auto made = make_years(code, 754, seed++, years, true);
        longest = std::max(longest, made.longest);
        if (all.empty()) {
            const double began = cpu_seconds();
            const auto opened = audit_published(made.releases, {});
            add_line(lines, {.name = fmt::format("tables: audit of what one State released, {} years, CPU", years), .value = cpu_seconds() - began, .unit = "s", .target = 2});
            if (!opened) throw std::logic_error("the audit refused its own example: " + opened.error().key);
        }
        std::ranges::move(made.releases, std::back_inserter(all));
        if (options.quick) break;
    }
    add_line(lines, {.name = fmt::format("tables: a return beside {} years, 754 people, slowest, CPU", years - 1), .value = longest, .unit = "s", .target = kSeconds});
    if (options.quick) return;
    const double began = cpu_seconds();
    const auto opened = audit_published(all, {});
    add_line(lines, {.name = fmt::format("tables: audit of 5 States, {} years, CPU", years), .value = cpu_seconds() - began, .unit = "s", .target = kSeconds});
    add_line(lines, {.name = "tables: opened by those releases together", .value = static_cast<double>(opened.value().size()), .unit = "cells", .target = 0});
    for (const int people : {5'000, 100'000}) {
        add_line(lines, {.name = fmt::format("tables: a return beside {} years, {} people, slowest, CPU", years - 1, people),
                         .value = make_years("UZ", people, 1, years, true).longest, .unit = "s"});
    }
}

}  // namespace homeward::bench

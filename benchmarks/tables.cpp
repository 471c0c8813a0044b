#include "tables.h"

#include <ctime>
#include <fmt/format.h>

#include <fstream>

#include "bench.h"
#include "statistics/problems/number_rows.h"

namespace homeward::bench {
namespace {

// What a search after the peers reached (P2, P4, z3), half of what the best safe peer hides (P3, P5), the peer's own figure (the rest).
constexpr Bar kBars[] = {
    {"z1_maxN3_z0", 3, true},         {"z2_single_maxN3_z0", 12, true}, {"z2_linked_maxN3_z0", 15, true}, {"z2_linked_maxN3_z1", 18, true},
    {"z3_single_maxN3_z0", 175},      {"z3_linked_maxN3_z0", 234},      {"z3_linked_maxN3_z1", {}},       {"syn_dev_P1_n3z0", 48, true},
    {"syn_dev_P1_n5z0", {}, true},    {"syn_dev_P2_n3z0", 81},          {"syn_dev_P2_n5z0", {}},          {"syn_dev_P3_n3z0", 360},
    {"syn_dev_P4_n3z0", 20, true},    {"syn_dev_P4_n5z0", {}},          {"syn_dev_P5_n3z0", 354},         {"syn_dev_time", {}},
    {"insee_act_size", 64, true},     {"insee_act_cj", {}, true},
};

std::optional<double> number(const std::string& text) { return text.empty() ? std::nullopt : std::optional(std::stod(text)); }

/// The same sum each time: how busy the machine is. Processor and wall time differ by what others take.
void probe(std::vector<Line>& lines, const char* when) {
    const auto began = std::chrono::steady_clock::now();
    const double cpu = cpu_seconds();
    volatile std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < 200'000'000; ++i) sum = sum + i;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
    add_line(lines, {.name = fmt::format("tables: probe, {}, CPU", when), .value = cpu_seconds() - cpu, .unit = "s"});
    add_line(lines, {.name = fmt::format("tables: probe, {}, wall", when), .value = wall.count(), .unit = "s"});
}

}  // namespace

double cpu_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::vector<Peer> read_peers() {
    const auto rows = statistics::read_columns(std::string(HOMEWARD_ROOT) + "/benchmarks/peers.csv", {"problem", "tool", "secondary", "cpu_s", "exposed", "origin"});
    if (!rows) throw apps::SetUpError("benchmarks/peers.csv cannot be read.");
    std::vector<Peer> peers;
    for (const auto& row : *rows) peers.push_back({row.fields[0], row.fields[1], number(row.fields[2]), number(row.fields[3]), number(row.fields[4]), row.fields[5]});
    return peers;
}

void add_line(std::vector<Line>& lines, Line line) {
    if (line.target) {
        std::cout << fmt::format("    {:<58} {:>9.3f} {:<6} at most {:<7g} {}\n", line.name, line.value, line.unit, *line.target, *line.met() ? "yes" : "NO") << std::flush;
    } else {
        std::cout << fmt::format("    {:<58} {:>9.3f} {}\n", line.name, line.value, line.unit) << std::flush;
    }
    lines.push_back(std::move(line));
}

void measure_tables(const Options& options, std::vector<Line>& lines) {
    std::cout << "Hidden beside: cells that no rule hides, hidden so that the others stay open. Exposed: cells to be hidden that somebody gets.\n"
                 "Peers were measured with their own tools on another machine, or published; benchmarks/README.md says where.\n\n";
    probe(lines, "before");
    const auto peers = read_peers();
    for (const auto& bar : kBars) {
        if (!options.quick || bar.quick) measure_problem(options, bar, peers, lines);
    }
    if (!options.quick) measure_census(options, lines);
    measure_adviser(options, lines);
    measure_years(options, lines);
    probe(lines, "after");
}

}  // namespace homeward::bench

// One problem: what peers reached, what we reach, and every check of it.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "bench.h"
#include "command.h"
#include "statistics/kernel/audit.h"
#include "statistics/kernel/suppress.h"
#include "statistics/problems/certificate_file.h"
#include "statistics/problems/number_rows.h"
#include "tables.h"

namespace homeward::bench {
namespace {

using namespace statistics;

struct Loaded {
    std::string directory;
    Problem problem;
    CellSystem system;
};

Loaded load(const std::string& name) {
    const std::string directory = std::string(HOMEWARD_ROOT) + "/tests/data/sdc/" + name;
    auto problem = read_problem(directory);
    if (!problem) throw apps::SetUpError(directory + " cannot be read: " + problem.error().key);
    CellSystem system = system_of(*problem);
    return {directory, std::move(*problem), std::move(system)};
}

int secondary(const Problem& problem, const std::vector<char>& hidden) {
    int cells = 0;
    for (std::size_t label = 0; label < hidden.size(); ++label) cells += hidden[label] && !problem.labels[label].sensitive;
    return cells;
}

/// Shown figures of one cell in two releases that tell a small change.
int small_differences_shown(const Problem& problem, const std::vector<char>& hidden) {
    int cells = 0;
    for (const std::size_t label : problem.earlier) cells += !hidden[label] && !hidden[problem.labels.size() / 2 + label];
    return cells;
}

/// Sensitive labels that an outsider knows exactly; of amounts, those known to a tenth.
int exposed_to_outsiders(const Loaded& loaded, const std::vector<char>& by_label) {
    CellSystem system = loaded.system;
    system.knowers.clear();
    std::vector<char> known(system.cells.size(), 0);
    for (const auto& exposure : statistics::audit(system, pattern_of(system, by_label))) {
        const bool exactly = exposure.by_arithmetic || std::floor(exposure.high + 1e-6) - std::ceil(exposure.low - 1e-6) < 1;
        known[static_cast<std::size_t>(exposure.cell)] = exactly || loaded.problem.decimals > 0;
    }
    int cells = 0;
    for (std::size_t label = 0; label < by_label.size(); ++label) {
        cells += loaded.problem.labels[label].sensitive && system.cell_of[label] >= 0 && known[static_cast<std::size_t>(system.cell_of[label])];
    }
    return cells;
}

std::string told(std::optional<double> number, int decimals) { return number ? fmt::format("{:.{}f}", *number, decimals) : "-"; }

void print_peers(const Loaded& loaded, const std::string& name, const std::vector<Peer>& peers) {
    for (const auto& peer : peers) {
        if (peer.problem != name) continue;
        std::string again;
        const char* files[][2] = {{"GaussSuppression 1.2.3", "peer_gauss_default.csv"}, {"GaussSuppression 1.2.3 singletonMethod=none", "peer_gauss_nosingleton.csv"},
                                  {"sdcTable 0.33.0 SIMPLEHEURISTIC", "peer_sdctable_SIMPLEHEURISTIC.csv"}};
        for (const auto& [tool, file] : files) {
            if (peer.tool != tool) continue;
            const auto pattern = read_pattern(loaded.directory + "/" + file, loaded.problem);
            if (pattern) again = fmt::format("; {} by our audit now", exposed_to_outsiders(loaded, *pattern));
        }
        std::cout << fmt::format("    {:<58} {:>6} hidden beside, {:>6} s, {:>4} exposed ({}{})\n", peer.tool, told(peer.secondary, 0), told(peer.cpu_s, 2), told(peer.exposed, 0),
                                 peer.origin, again);
    }
}

/// Whether tools/verify-tables accepts the certificate.
bool second_program_accepts(const Loaded& loaded, const Certificate& certificate, const std::string& pattern) {
    const auto text = certificate_file(loaded.problem, loaded.system, certificate, {loaded.directory, pattern});
    if (!text) return false;
    const std::string base = (std::filesystem::temp_directory_path() / ("homeward-tables-" + std::to_string(::getpid()))).string();
    std::ofstream(base + ".csv") << pattern;
    std::ofstream(base + ".json") << *text;
    const Ran ran = run_command({std::string(HOMEWARD_ROOT) + "/tools/verify-tables", loaded.directory, base + ".csv", base + ".json"}, base + ".txt");
    for (const char* ending : {".csv", ".json", ".txt"}) std::filesystem::remove(base + ending);
    return ran.exit_code == 0;
}

// The search for a smaller pattern, and for cells to show again, ends after so much processor time; what stands then is safe.
constexpr double most_search_s = 180, most_mutants_s = 90;

struct Mutants {
    int made = 0, accepted = 0;
    bool all = true;
};

/// Shows each cell again that no rule hides; the audit must refuse each.
Mutants mutate(const CellSystem& system, const Pattern& hidden) {
    Mutants mutants;
    const double began = cpu_seconds();
    for (std::size_t c = 0; c < hidden.size(); ++c) {
        if (!hidden[c] || system.cells[c].sensitive || system.cells[c].withheld) continue;
        if (cpu_seconds() - began > most_mutants_s) {
            mutants.all = false;
            break;
        }
        Pattern mutant = hidden;
        mutant[c] = 0;
        ++mutants.made;
        mutants.accepted += statistics::audit(system, mutant).empty();
    }
    return mutants;
}

}  // namespace

void measure_problem(const Options& options, const Bar& bar, const std::vector<Peer>& peers, std::vector<Line>& lines) {
    const Loaded loaded = load(bar.problem);
    const auto& [directory, problem, system] = loaded;
    std::cout << fmt::format("{}: {} cells, {} hidden by rule, {} insiders\n", bar.problem, problem.labels.size(),
                             std::ranges::count_if(problem.labels, &SystemCell::sensitive), system.knowers.size());
    if (!options.quick) print_peers(loaded, bar.problem, peers);
    const auto name = [&](const char* what) { return fmt::format("tables: {}, {}", bar.problem, what); };
    const double began = cpu_seconds();
    const auto suppression = suppress(system, [began](int, int) { return cpu_seconds() - began < most_search_s; });
    const double found = cpu_seconds();
    if (found - began > most_search_s) std::cout << fmt::format("    the search ended after {} s and would have gone on\n", most_search_s);
    if (!suppression) throw apps::SetUpError(std::string(bar.problem) + ": " + suppression.error().key);
    const auto exposed = statistics::audit(system, suppression->hidden);
    const double audited = cpu_seconds();
    const std::vector<char> by_label = labels_hidden(problem, system, suppression->hidden);
    add_line(lines, {.name = name("hidden beside"), .value = static_cast<double>(secondary(problem, by_label)), .unit = "cells", .target = bar.secondary});
    add_line(lines, {.name = name("exposed to outsiders and insiders"), .value = static_cast<double>(exposed.size()), .unit = "cells", .target = 0});
    if (!problem.differences.empty()) {
        add_line(lines, {.name = name("small changes shown"), .value = static_cast<double>(small_differences_shown(problem, by_label)), .unit = "cells", .target = 0});
    }
    const bool fast_enough = std::string(bar.problem) == "z3_linked_maxN3_z0";
    add_line(lines, {.name = name("protect, CPU"), .value = found - began, .unit = "s"});
    add_line(lines, {.name = name("audit, CPU"), .value = audited - found, .unit = "s"});
    if (fast_enough) add_line(lines, {.name = name("protect and audit, CPU"), .value = audited - began, .unit = "s", .target = 5});
    const auto certificate = certify(system, suppression->proofs);
    const bool accepted = certificate && check_certificate(system, suppression->hidden, *certificate) && second_program_accepts(loaded, *certificate, pattern_csv(problem, by_label));
    add_line(lines, {.name = name("certificates refused"), .value = accepted ? 0.0 : 1.0, .unit = "", .target = 0});
    const Mutants mutants = mutate(system, suppression->hidden);
    add_line(lines, {.name = name(fmt::format("of {}{} shown again, not refused", mutants.made, mutants.all ? "" : " (time was up)").c_str()), .value = static_cast<double>(mutants.accepted), .unit = "cells", .target = 0});
    std::cout << "\n";
}

}  // namespace homeward::bench

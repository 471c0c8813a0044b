// Measures a node of many people from outside, over HTTP, beside what disk and server take without any work.

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "bench.h"
#include "world.h"

namespace homeward::bench {
namespace {

struct Measure {
    std::string_view name;
    void (*run)(Bench&);
};
// Changes come last, so that the register has its size until then.
constexpr Measure kMeasures[] = {
    {"hello", measure_bare_replies}, {"pages", measure_pages},     {"search", measure_search}, {"return", measure_annual_return},
    {"homes", measure_homes},        {"cases", measure_case_files}, {"overviews", measure_overviews}, {"reports", measure_reports},
    {"export", measure_exports},     {"records", measure_records}, {"import", measure_import}, {"memory", measure_memory},
    {"identity", measure_identity},  {"bad input", measure_bad_input},
};

bool chosen(const Options& options, std::string_view name) { return options.only.empty() || name.find(options.only) != std::string_view::npos; }

std::string names_of_measures() {
    std::string names = "start, council, tables";
    for (const auto& measure : kMeasures) names.append(", ").append(measure.name);
    return names;
}

std::string processor() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    }
    return "unknown processor";
}

void run_measures(const Options& options, const apps::Config& config, std::vector<Line>& lines) {
    if (chosen(options, "start")) measure_start(options, config, lines);
    const Server server(config, options.program);
    Bench bench{options, config, server, sign_in(server.port(), "coordinator"), sign_in(server.port(), "worker"), {}, lines};
    bench.add({.name = "server memory, just started", .value = server.memory().now, .unit = "MB"});
    bench.ids = walk_register(server, bench.coordinator, options.people);
    double highest = server.memory().highest;
    for (const auto& measure : kMeasures) {
        if (!chosen(options, measure.name)) continue;
        measure.run(bench);
        highest = std::max(highest, server.memory().highest);
    }
    bench.add({.name = "server memory, highest", .value = highest, .unit = "MB", .target = 150});
}

int run(int argc, char** argv) {
    if (sodium_init() < 0) throw std::runtime_error("the cryptographic library does not start");
    Options options;
    CLI::App app{"Measures a node with many people on this machine."};
    app.add_option("--json", options.json, "Write the lines into this file, too");
    app.add_option("--people", options.people, "In the register")->capture_default_str()->check(CLI::Range(1'000, 1'000'000));
    app.add_option("--documents", options.documents, "Of the Council")->capture_default_str()->check(CLI::Range(500, 1'000'000));
    app.add_option("--seed", options.seed, "Of all chance")->capture_default_str();
    app.add_option("--only,only", options.only, "Measures whose name holds this: " + names_of_measures());
    app.add_flag("--quick", options.quick, "A few requests each: does everything work?");
    app.add_flag("--fresh", options.fresh, "Make the people anew");
    CLI11_PARSE(app, argc, argv);
    const bool council = chosen(options, "council"), tables = chosen(options, "tables");
    const bool node = chosen(options, "start") || std::ranges::any_of(kMeasures, [&](const Measure& each) { return chosen(options, each.name); });
    if (!node && !council && !tables) throw apps::SetUpError("There is no such measure. There are: " + names_of_measures() + ".");
    options.program = std::filesystem::canonical("/proc/self/exe").parent_path() / "homeward-node";

    std::cout << fmt::format("\n{}, {} cores. Clients run on the same cores: `cpu srv` and `cpu cli` are the processor milliseconds\n"
                             "that one request takes of either. A target is an upper bound; requests are held to it by their p95.\n",
                             processor(), std::thread::hardware_concurrency());
    std::vector<Line> lines;
    if (node) {
        const World world = node_world({.size = options.people, .seed = options.seed, .fresh = options.fresh});
        std::cout << fmt::format("\nA node of {} people.\n\n", options.people);
        print_heading(std::cout);
        run_measures(options, world.config(), lines);
    }
    if (council) {
        std::cout << fmt::format("\nA Council of {} documents.\n\n", options.documents);
        print_heading(std::cout);
        measure_council(options, lines);
    }
    if (tables) {
        std::cout << "\nSafe tables.\n\n";
        measure_tables(options, lines);
    }
    if (!options.json.empty()) std::ofstream(options.json) << json_of(lines);
    const auto missed = std::ranges::count_if(lines, [](const Line& line) { return line.met() == false; });
    std::cout << (missed == 0 ? "\nEvery target is met.\n" : fmt::format("\n{} targets are missed.\n", missed));
    return 0;
}

}  // namespace
}  // namespace homeward::bench

int main(int argc, char** argv) { return homeward::apps::run_program("homeward-bench", homeward::bench::run, argc, argv); }

// What the server takes of the machine: to start, to answer at all, and to hold everybody in memory.

#include <chrono>
#include <thread>

#include "base/json.h"
#include "bench.h"
#include "world.h"

namespace homeward::bench {
namespace {

constexpr double kMemoryMb = 150, kStartSeconds = 3, kReturnSeconds = 2;

}  // namespace

void measure_start(const Options& options, const apps::Config& config, std::vector<Line>& lines) {
    for (const bool cold : {true, false}) {
        Line line{.name = cold ? "start until ready, file not cached" : "start until ready, file cached", .unit = "s", .target = kStartSeconds};
        for (int i = 0; i < (options.quick ? 1 : 3); ++i) {
            if (cold) evict_from_memory(config.database);
            line.value = std::max(line.value, Server(config, options.program).start_seconds());
        }
        print_line(std::cout, line);
        lines.push_back(std::move(line));
    }
}

void measure_bare_replies(Bench& bench) {
    bench.with_one_and_eight({.name = "bare hello, /healthz"}, bench.amount(3000), [](std::mt19937_64&) { return request("GET", "/healthz"); });
    bench.with_one_and_eight({.name = "open route, /api/instance"}, bench.amount(3000), [](std::mt19937_64&) { return request("GET", "/api/instance"); });
    bench.with_one_and_eight({.name = "signed in, /api/session"}, bench.amount(2000),
                             [&](std::mt19937_64&) { return request("GET", "/api/session", bench.coordinator); });
}

void measure_annual_return(Bench& bench) {
    Client client(bench.server.port());
    const auto began = std::chrono::steady_clock::now();
    const auto answer = client.ask(request("POST", "/api/returns", bench.coordinator, R"({"year":2024,"reference_date":"2024-12-31"})"));
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (answer.status != 201) throw std::runtime_error("the annual return: the server answers " + std::to_string(answer.status) + " " + answer.body);
    bench.add({.name = "annual return", .value = took, .unit = "s", .target = kReturnSeconds});
}

void measure_memory(Bench& bench) {
    // Requests have just ended; what they held is given back within moments.
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto memory = bench.server.memory();
    bench.add({.name = "server memory, resident", .value = memory.now, .unit = "MB", .target = kMemoryMb});
}

}  // namespace homeward::bench

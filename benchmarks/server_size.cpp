// What the server takes of the machine: to start, to answer at all, and to hold everybody in memory.

#include <chrono>

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
            const Server server(config, options.program);
            if (server.start_seconds() < line.value) continue;
            line.value = server.start_seconds();
            line.server_cpu_ms = server.cpu_seconds() * 1000;
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
    bench.server.forget_highest();
    std::vector<double> took;
    for (int i = 0; i < (bench.options.quick ? 2 : 10); ++i) {
        const auto began = std::chrono::steady_clock::now();
        sign_in(bench.server.port(), "supervisor");
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    bench.add(with_samples({.name = "sign in"}, std::move(took)));
    bench.add({.name = "server memory, resident", .value = bench.server.memory().now, .unit = "MB", .target = kMemoryMb});
}

}  // namespace homeward::bench

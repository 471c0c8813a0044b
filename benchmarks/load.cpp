#include "load.h"

#include <sys/resource.h>

#include <chrono>
#include <exception>
#include <memory>
#include <thread>

namespace homeward::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kWarmUp = 5;  ///< requests of each client that do not count

double own_cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void require_status(const Answer& answer, const std::string& request, int status) {
    if (answer.status == status) return;
    throw std::runtime_error("to " + request.substr(0, request.find(" HTTP")) + " the server answers " + std::to_string(answer.status) + ": " + answer.body);
}

/// The connections of one client, as many as it asks at once.
class Browser {
public:
    Browser(std::uint16_t port, int status) : port_(port), status_(status) {}

    void ask(const Page& page) {
        for (const auto& round : page) {
            while (clients_.size() < round.size()) clients_.push_back(std::make_unique<Client>(port_));
            for (std::size_t i = 0; i < round.size(); ++i) clients_[i]->send(round[i]);
            for (std::size_t i = 0; i < round.size(); ++i) require_status(clients_[i]->receive(), round[i], status_);
        }
    }

private:
    std::uint16_t port_;
    int status_;
    std::vector<std::unique_ptr<Client>> clients_;
};

/// One client at its work; its samples.
std::vector<double> work(std::uint16_t port, std::size_t number, const Amount& amount, const NextPage& next, int status) {
    std::mt19937_64 random(20240514 + number);
    Browser browser(port, status);
    for (int i = 0; i < std::min(kWarmUp, amount.requests); ++i) browser.ask(next(number, random));
    std::vector<double> took;
    const auto began = Clock::now();
    for (int i = 0; i < amount.requests && std::chrono::duration<double>(Clock::now() - began).count() < amount.seconds; ++i) {
        const Page page = next(number, random);
        const auto sent = Clock::now();
        browser.ask(page);
        took.push_back(Milliseconds(Clock::now() - sent).count());
    }
    return took;
}

Line ask_all(const Server& server, Line line, const Amount& amount, const NextPage& next, int status) {
    const auto clients = static_cast<std::size_t>(line.clients);
    std::vector<std::vector<double>> samples(clients);
    std::vector<std::exception_ptr> broken(clients);
    std::vector<std::thread> threads;
    const auto began = Clock::now();
    const double own = own_cpu_seconds(), servers = server.cpu_seconds();
    for (std::size_t i = 0; i < clients; ++i) {
        threads.emplace_back([&, i] {
            try {
                samples[i] = work(server.port(), i, amount, next, status);
            } catch (...) {
                broken[i] = std::current_exception();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    for (const auto& each : broken) {
        if (each) std::rethrow_exception(each);
    }
    std::vector<double> all;
    for (const auto& each : samples) all.insert(all.end(), each.begin(), each.end());
    // The few that warmed up count here, since the clocks ran for them too.
    const double asked = static_cast<double>(all.size() + clients * static_cast<std::size_t>(std::min(kWarmUp, amount.requests)));
    line.per_second = asked / seconds;
    line.server_cpu_ms = (server.cpu_seconds() - servers) * 1000 / asked;
    line.client_cpu_ms = (own_cpu_seconds() - own) * 1000 / asked;
    return with_samples(std::move(line), std::move(all));
}

}  // namespace

Line ask_many(const Server& server, Line line, const Amount& amount, const NextRequest& next, int status) {
    return ask_all(server, std::move(line), amount, [&](std::size_t, std::mt19937_64& random) { return Page{{next(random)}}; }, status);
}

Line ask_pages(const Server& server, Line line, const Amount& amount, const NextPage& next) { return ask_all(server, std::move(line), amount, next, 200); }

}  // namespace homeward::bench

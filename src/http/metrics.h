#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::http {

/// What `GET /metrics` tells, in the text format of Prometheus 0.0.4.
///
/// Names are `homeward_…` with the unit at the end (`_seconds`, `_bytes`, `_total` for counters). Values are
/// numbers about the machine; no label may carry an id or a name.
class Metrics {
public:
    using Read = std::function<double()>;

    /// A value that goes up and down. `read` is called on a worker thread at each scrape; it must not wait.
    /// A name registered twice throws std::logic_error.
    void gauge(std::string name, std::string help, Read read);
    /// A value that only grows.
    void counter(std::string name, std::string help, Read read);

    /// Counts one answered request. `route` is the pattern, never the path.
    void request_done(std::string_view method, std::string_view route, int status, std::chrono::nanoseconds took);

    std::string text() const;

private:
    struct Registered {
        std::string name, help, type;
        Read read;
    };
    struct Key {
        std::string method, route;
        int status_class;
        auto operator<=>(const Key&) const = default;
    };
    static constexpr std::array<double, 11> bounds_s{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};

    void add(Registered metric);
    void append_requests(std::string& out) const;

    mutable std::mutex mutex_;
    std::vector<Registered> registered_;
    std::map<Key, std::uint64_t> requests_;
    std::array<std::uint64_t, bounds_s.size() + 1> buckets_{};
    double seconds_ = 0;
};

/// Resident memory of this process in bytes (/proc/self/statm); 0 where that is not known.
double resident_bytes();

}  // namespace homeward::http

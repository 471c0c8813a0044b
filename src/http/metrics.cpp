#include "http/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace homeward::http {

void Metrics::gauge(std::string name, std::string help, Read read) {
    add({std::move(name), std::move(help), "gauge", std::move(read)});
}
void Metrics::counter(std::string name, std::string help, Read read) {
    add({std::move(name), std::move(help), "counter", std::move(read)});
}

void Metrics::add(Registered metric) {
    const std::lock_guard lock(mutex_);
    if (std::ranges::find(registered_, metric.name, &Registered::name) != registered_.end()) {
        throw std::logic_error("a metric registered twice: " + metric.name);
    }
    registered_.push_back(std::move(metric));
}

void Metrics::request_done(std::string_view method, std::string_view route, int status, std::chrono::nanoseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    const auto bucket = std::ranges::lower_bound(bounds_s, seconds) - bounds_s.begin();
    const std::lock_guard lock(mutex_);
    ++requests_[{std::string(method), std::string(route), status / 100}];
    ++buckets_[static_cast<std::size_t>(bucket)];
    seconds_ += seconds;
}

std::string Metrics::text() const {
    std::vector<Registered> registered;
    {
        const std::lock_guard lock(mutex_);
        registered = registered_;
    }
    std::string out;
    // Read without the lock: a reader may itself count something.
    for (const auto& each : registered) {
        fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", each.name, each.help, each.type, each.read());
    }
    const std::lock_guard lock(mutex_);
    append_requests(out);
    return out;
}

void Metrics::append_requests(std::string& out) const {
    const auto to = std::back_inserter(out);
    out += "# HELP homeward_http_requests_total Requests answered, by route and class of status.\n"
           "# TYPE homeward_http_requests_total counter\n";
    for (const auto& [key, count] : requests_) {
        fmt::format_to(to, "homeward_http_requests_total{{method=\"{}\",route=\"{}\",status=\"{}xx\"}} {}\n",
                       key.method, key.route, key.status_class, count);
    }
    out += "# HELP homeward_http_request_seconds From the first byte of a request to the last of its reply.\n"
           "# TYPE homeward_http_request_seconds histogram\n";
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < bounds_s.size(); ++i) {
        total += buckets_[i];
        fmt::format_to(to, "homeward_http_request_seconds_bucket{{le=\"{}\"}} {}\n", bounds_s[i], total);
    }
    total += buckets_.back();
    fmt::format_to(to, "homeward_http_request_seconds_bucket{{le=\"+Inf\"}} {0}\nhomeward_http_request_seconds_sum {1}\n"
                       "homeward_http_request_seconds_count {0}\n", total, seconds_);
}

double resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    double total = 0, resident = 0;
    statm >> total >> resident;
    return statm ? resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace homeward::http

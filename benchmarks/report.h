#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace homeward::bench {

/// One line of the result.
///
/// value    what stands against the target, in the unit; for requests their p95
/// target   at most this much; nothing for lines that are there for comparison
struct Line {
    std::string name;
    int clients = 1;
    std::optional<double> p50_ms{}, p95_ms{}, p99_ms{};
    double value = 0;
    std::string unit{};
    std::optional<double> target{};
    // Printed, and not in the JSON: they tell where the time went.
    std::optional<double> per_second{}, server_cpu_ms{}, client_cpu_ms{};  ///< the latter two for one request

    /// As far as the result tells it: in thousandths.
    std::optional<bool> met() const;
};

/// The value below which a share of the sorted samples lies; 0 when there are none.
double quantile(const std::vector<double>& sorted, double share);
/// Sets the quantiles of a line, and its value to the p95.
Line with_samples(Line line, std::vector<double> samples_ms);

void print_heading(std::ostream& out);
void print_line(std::ostream& out, const Line& line);
/// A list of {"name", "clients", "p50_ms", "p95_ms", "p99_ms", "value", "unit", "target", "met"}; null where there is none.
std::string json_of(const std::vector<Line>& lines);

}  // namespace homeward::bench

#include "report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/json.h"

namespace homeward::bench {
namespace {

constexpr const char* kColumns = "{:<34} {:>7} {:>9} {:>9} {:>9} {:>10} {:<5} {:>7} {:<4} {:>8} {:>9} {:>9}\n";

/// Three digits that count.
std::string shown(std::optional<double> number) {
    if (!number) return "";
    const double size = std::abs(*number);
    return fmt::format("{:.{}f}", *number, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

double rounded(double number) { return std::round(number * 1000) / 1000; }
std::optional<double> rounded(std::optional<double> number) { return number ? std::optional(rounded(*number)) : std::nullopt; }

}  // namespace

std::optional<bool> Line::met() const { return target ? std::optional(rounded(value) <= rounded(*target)) : std::nullopt; }

double quantile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1];
}

Line with_samples(Line line, std::vector<double> samples_ms) {
    std::ranges::sort(samples_ms);
    line.p50_ms = quantile(samples_ms, 0.50);
    line.p95_ms = quantile(samples_ms, 0.95);
    line.p99_ms = quantile(samples_ms, 0.99);
    line.value = *line.p95_ms;
    line.unit = "ms";
    return line;
}

void print_heading(std::ostream& out) {
    out << fmt::format(kColumns, "name", "clients", "p50 ms", "p95 ms", "p99 ms", "value", "unit", "target", "met", "per s", "cpu srv", "cpu cli");
}

void print_line(std::ostream& out, const Line& line) {
    const auto met = line.met();
    out << fmt::format(kColumns, line.name, line.clients, shown(line.p50_ms), shown(line.p95_ms), shown(line.p99_ms), shown(line.value), line.unit,
                       shown(line.target), met ? (*met ? "yes" : "NO") : "", shown(line.per_second), shown(line.server_cpu_ms), shown(line.client_cpu_ms))
        << std::flush;
}

std::string json_of(const std::vector<Line>& lines) {
    std::string out = "[";
    for (const auto& line : lines) {
        out += out.size() > 1 ? ",\n {" : "\n {";
        const auto add = [&out](std::string_view name, const auto& value) {
            if (out.back() != '{') out += ", ";
            json::write_text(out, name);
            out += ": ";
            json::append(out, value);
        };
        add("name", line.name);
        add("clients", line.clients);
        add("p50_ms", rounded(line.p50_ms));
        add("p95_ms", rounded(line.p95_ms));
        add("p99_ms", rounded(line.p99_ms));
        add("value", rounded(line.value));
        add("unit", line.unit);
        add("target", rounded(line.target));
        add("met", line.met());
        out += "}";
    }
    return out + "\n]\n";
}

}  // namespace homeward::bench

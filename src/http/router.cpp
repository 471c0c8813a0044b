#include "http/router.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace homeward::http {
namespace {

bool is_parameter(const std::string& segment) { return segment.starts_with('{') && segment.ends_with('}'); }
std::string name_of(const std::string& parameter) { return parameter.substr(1, parameter.size() - 2); }

std::vector<std::string> segments_of(const std::string& pattern) {
    if (!pattern.starts_with('/')) throw std::logic_error("a pattern starts with a slash: " + pattern);
    std::vector<std::string> segments;
    if (pattern == "/") return segments;
    for (const auto part : split(std::string_view(pattern).substr(1), '/')) {
        const std::string segment(part);
        const bool braces = segment.find_first_of("{}") != std::string::npos;
        if (segment.empty() || (braces && (!is_parameter(segment) || segment.size() < 3))) {
            throw std::logic_error("a malformed pattern: " + pattern);
        }
        if (braces && std::ranges::find(segments, segment) != segments.end()) {
            throw std::logic_error("a parameter named twice: " + pattern);
        }
        segments.push_back(segment);
    }
    return segments;
}

/// How two patterns of one length stand to each other.
struct Comparison {
    bool overlap = true;   ///< some path fits both
    bool a_narrower = false, b_narrower = false;  ///< has a literal where the other has a parameter
};

Comparison compare(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    Comparison result;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool a_open = is_parameter(a[i]), b_open = is_parameter(b[i]);
        if (!a_open && !b_open && a[i] != b[i]) result.overlap = false;
        if (!a_open && b_open) result.a_narrower = true;
        if (a_open && !b_open) result.b_narrower = true;
    }
    return result;
}

/// Literals before parameters, from the left; so a narrower pattern is met first.
bool goes_before(const Route* a, const Route* b) {
    for (std::size_t i = 0; i < a->segments.size(); ++i) {
        const bool a_open = is_parameter(a->segments[i]), b_open = is_parameter(b->segments[i]);
        if (a_open != b_open) return b_open;
    }
    return false;
}

bool fits(const Route& route, const std::vector<std::string>& segments) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const std::string& expected = route.segments[i];
        if (is_parameter(expected) ? segments[i].empty() : segments[i] != expected) return false;
    }
    return true;
}

std::map<std::string, std::string> parameters_of(const Route& route, const std::vector<std::string>& segments) {
    std::map<std::string, std::string> parameters;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (is_parameter(route.segments[i])) parameters.emplace(name_of(route.segments[i]), segments[i]);
    }
    return parameters;
}

}  // namespace

void Router::read(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    add(RouteKind::read, std::move(method), std::move(pattern), std::move(options), std::move(handler), {}, {});
}
void Router::write(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    add(RouteKind::write, std::move(method), std::move(pattern), std::move(options), std::move(handler), {}, {});
}
void Router::open_read(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    add(RouteKind::open_read, std::move(method), std::move(pattern), std::move(options), std::move(handler), {}, {});
}
void Router::open_write(std::string method, std::string pattern, Handler handler, RouteOptions options) {
    add(RouteKind::open_write, std::move(method), std::move(pattern), std::move(options), std::move(handler), {}, {});
}
void Router::task(std::string method, std::string pattern, TaskHandler handler, RouteOptions options) {
    add(RouteKind::task, std::move(method), std::move(pattern), std::move(options), {}, std::move(handler), {});
}
void Router::open_task(std::string method, std::string pattern, TaskHandler handler, RouteOptions options) {
    add(RouteKind::open_task, std::move(method), std::move(pattern), std::move(options), {}, std::move(handler), {});
}
void Router::plain(std::string method, std::string pattern, PlainHandler handler) {
    add(RouteKind::plain, std::move(method), std::move(pattern), {}, {}, {}, std::move(handler));
}

void Router::add(RouteKind kind, std::string method, std::string pattern, RouteOptions options, Handler handler,
                 TaskHandler task, PlainHandler plain) {
    constexpr std::string_view kMethods[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    if (std::ranges::find(kMethods, method) == std::end(kMethods)) throw std::logic_error("no such method: " + method);
    auto segments = segments_of(pattern);
    Route route{std::move(method), std::move(pattern), kind, std::move(options), std::move(handler), std::move(task),
                std::move(plain), std::move(segments)};
    refuse_ambiguous(route);
    routes_.push_back(std::move(route));
    auto& same_length = by_length_[routes_.back().segments.size()];
    same_length.insert(std::ranges::upper_bound(same_length, &routes_.back(), goes_before), &routes_.back());
}

void Router::refuse_ambiguous(const Route& route) const {
    const auto same_length = by_length_.find(route.segments.size());
    if (same_length == by_length_.end()) return;
    for (const Route* other : same_length->second) {
        if (other->method != route.method) continue;
        const auto [overlap, narrower, wider] = compare(route.segments, other->segments);
        if (overlap && narrower == wider) {
            throw std::logic_error("two routes could answer: " + route.method + " " + route.pattern + " and " + other->pattern);
        }
    }
}

Router::Match Router::find(std::string_view method, const std::vector<std::string>& segments) const {
    Match match;
    const auto same_length = by_length_.find(segments.size());
    if (same_length == by_length_.end()) return match;
    if (method == "HEAD") method = "GET";
    for (const Route* route : same_length->second) {
        if (!fits(*route, segments)) continue;
        if (route->method == method) return {route, parameters_of(*route, segments), {}};
        if (std::ranges::find(match.allowed, route->method) == match.allowed.end()) match.allowed.push_back(route->method);
    }
    return match;
}

}  // namespace homeward::http

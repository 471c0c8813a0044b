#include "http/target.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace homeward::http {
namespace {

constexpr std::size_t kMostParameters = 100;

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

/// Undoes percent-encoding; nothing when it is broken or the result is no UTF-8.
std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            if (i + 2 >= text.size()) return std::nullopt;
            const auto high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (!high || !low) return std::nullopt;
            out += static_cast<char>(*high << 4 | *low);
            i += 2;
        }
    }
    if (!is_utf8(out)) return std::nullopt;
    return out;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool safe_segment(const std::string& segment) {
    return segment != "." && segment != ".." &&
           std::ranges::none_of(segment, [](char c) { return is_control(c) || c == '/' || c == '\\'; });
}

Result<std::map<std::string, std::string>> parse_query(std::string_view text) {
    std::map<std::string, std::string> query;
    for (const auto pair : split(text, '&')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto name = decoded(pair.substr(0, equals), true);
        const auto value = decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value || name->empty() || value->find('\0') != std::string::npos) return invalid("http.bad_target");
        if (query.size() == kMostParameters) return invalid("http.bad_target");
        if (!query.emplace(*name, *value).second) return invalid("http.repeated_parameter", shortened(*name, 40));
    }
    return query;
}

}  // namespace

std::string Target::path() const {
    if (segments.empty()) return "/";
    std::string path;
    for (const auto& segment : segments) path += '/' + segment;
    return path;
}

Result<Target> parse_target(std::string_view target) {
    // What is no printable ASCII, or names a fragment, has no business in a request line.
    const bool clean = std::ranges::all_of(target, [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!target.starts_with('/') || !clean) return invalid("http.bad_target");

    const auto question = target.find('?');
    Target parsed;
    if (question != std::string_view::npos) parsed.query = TRY(parse_query(target.substr(question + 1)));

    const auto path = target.substr(1, question == std::string_view::npos ? question : question - 1);
    if (path.empty()) return parsed;
    for (const auto part : split(path, '/')) {
        auto segment = decoded(part, false);
        if (!segment || !safe_segment(*segment)) return invalid("http.bad_target");
        parsed.segments.push_back(std::move(*segment));
    }
    return parsed;
}

}  // namespace homeward::http

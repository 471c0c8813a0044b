#include "http/request.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "base/text.h"

namespace homeward::http {

std::string_view Request::header(std::string_view name) const {
    for (const auto& [each, value] : headers) {
        if (each == name) return value;
    }
    return {};
}

std::string Request::content_type() const {
    const std::string_view whole = header("content-type");
    std::string type(trim(whole.substr(0, whole.find(';'))));
    std::ranges::transform(type, type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return type;
}

const std::string& Request::path_parameter(std::string_view name) const {
    const auto found = path_parameters.find(std::string(name));
    if (found == path_parameters.end()) throw std::logic_error("the route has no {" + std::string(name) + "}");
    return found->second;
}

std::optional<std::string_view> Request::query(std::string_view name) const {
    const auto found = query_parameters.find(std::string(name));
    if (found == query_parameters.end()) return std::nullopt;
    return found->second;
}

Result<int> int_query(const Request& request, std::string_view name, int fallback, int min, int max) {
    const auto text = request.query(name);
    if (!text) return fallback;
    int value = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (failed == std::errc::invalid_argument || end != text->data() + text->size()) {
        return invalid("http.not_a_number", std::string(name));
    }
    if (failed != std::errc{} || value < min || value > max) {
        return invalid("http.out_of_range", std::string(name), {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
    }
    return value;
}

Result<bool> bool_query(const Request& request, std::string_view name, bool fallback) {
    const auto text = request.query(name);
    if (!text) return fallback;
    if (*text == "true") return true;
    if (*text == "false") return false;
    return invalid("http.not_a_boolean", std::string(name));
}

Result<std::optional<Date>> date_query(const Request& request, std::string_view name) {
    const auto text = request.query(name);
    if (!text || text->empty()) return std::optional<Date>();
    const auto date = Date::parse(*text);
    if (!date) return invalid("http.not_a_date", std::string(name));
    return date;
}

std::vector<std::string> list_query(const Request& request, std::string_view name) {
    std::vector<std::string> parts;
    for (const auto part : split(request.query(name).value_or(""), ',')) {
        if (!part.empty()) parts.emplace_back(part);
    }
    return parts;
}

}  // namespace homeward::http

#include "forms/value.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/date.h"

namespace homeward::forms {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kTooLarge = 1e15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_space(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Digits, and behind a point further ones; a sign in front.
bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto all_digits = [](std::string_view part) { return !part.empty() && std::ranges::all_of(part, is_digit); };
    return all_digits(text.substr(0, point)) && (point == std::string_view::npos || all_digits(text.substr(point + 1)));
}

}  // namespace

double number_in(std::string_view given) {
    const auto text = without_space(given);
    if (is_decimal(text)) {
        double number = kNone;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }
    const auto date = Date::parse(text);
    return date ? static_cast<double>(date->days()) : kNone;
}

double number_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return number_in(*text);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::get<bool>(value) ? 1 : 0;
}

std::string text_of(double number) {
    if (!(std::fabs(number) < kTooLarge)) return {};
    char digits[40];
    const int length = std::snprintf(digits, sizeof digits, "%.6f", number);
    std::string_view text(digits, static_cast<std::size_t>(length));
    text = text.substr(0, text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.remove_suffix(1);
    return text == "-0" ? "0" : std::string(text);
}

std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return text_of(*number);
    return std::get<bool>(value) ? "true" : "false";
}

bool truth_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
    if (const auto* number = std::get_if<double>(&value)) return *number != 0 && !std::isnan(*number);
    return std::get<bool>(value);
}

bool is_empty(const Value& value) { return !std::holds_alternative<bool>(value) && text_of(value).empty(); }

}  // namespace homeward::forms

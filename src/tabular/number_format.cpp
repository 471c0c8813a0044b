#include "tabular/number_format.h"

#include <string>

namespace homeward::tabular {

namespace {

/// The letters of the first section that stand for parts of a number or date: without quoted text, escaped and padding
/// characters, and what stands in brackets (colour, language, elapsed time).
std::string placeholders(std::string_view code) {
    std::string kept;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == ';') break;
        if (c == '"' || c == '[') {
            const auto closed = code.find(c == '"' ? '"' : ']', at + 1);
            if (closed == std::string_view::npos) break;
            at = closed;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else {
            kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        }
    }
    return kept;
}

}  // namespace

bool is_date_format(std::string_view code) {
    const std::string kept = placeholders(code);
    if (kept.starts_with("general")) return false;
    return kept.find('y') != std::string::npos || kept.find('d') != std::string::npos ||
           kept.find("mmm") != std::string::npos;
}

bool is_builtin_date_format(int id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
           id == 57 || id == 58 || (id >= 71 && id <= 74) || id == 77 || id == 81;
}

}  // namespace homeward::tabular

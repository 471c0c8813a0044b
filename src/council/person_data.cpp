#include "council/person_data.h"

#include <array>
#include <string>

#include "base/text.h"

namespace homeward::council {
namespace {

constexpr std::size_t kNear = 40;  // characters between a date and a word for birth

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }
bool is_capital(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0x400 && c <= 0x42F); }
bool is_word(char32_t c) { return is_digit(c) || is_latin(c) || is_cyrillic(c); }
bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x202F || c == 0x2009; }
char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    return c;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    while (!text.empty()) points.push_back(next_code_point(text));
    return points;
}

/// Digits from `at` on.
std::size_t digits_from(const std::u32string& text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

bool has_email(const std::u32string& text) {
    for (std::size_t at = 1; at + 3 < text.size(); ++at) {
        if (text[at] != U'@' || !is_word(text[at - 1])) continue;
        bool dot = false;
        std::size_t end = at + 1;
        for (; end < text.size() && (is_word(text[end]) || text[end] == U'.' || text[end] == U'-'); ++end) {
            dot = dot || (text[end] == U'.' && end > at + 1 && end + 1 < text.size() && is_word(text[end + 1]));
        }
        if (dot) return true;
    }
    return false;
}

/// A plus sign with nine to fifteen digits behind it, whatever stands between them (ITU-T E.164 has at most fifteen).
bool has_phone(const std::u32string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != U'+') continue;
        std::size_t digits = 0;
        for (std::size_t i = at + 1; i < text.size(); ++i) {
            const char32_t c = text[i];
            if (is_digit(c)) ++digits;
            else if (!is_space(c) && c != U'(' && c != U')' && c != U'-' && c != U'.') break;
        }
        if (digits >= 9 && digits <= 15) return true;
    }
    return false;
}

/// Nine digits in one run or more: a telephone or a personal number, never a count of people or of money well written.
bool has_long_number(const std::u32string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto run = digits_from(text, at);
        if (run >= 9) return true;
        at += run + 1;
    }
    return false;
}

/// One or two capitals, and six to eight digits: AA1234567, N 12345678, ID1234567.
bool has_document(const std::u32string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_capital(text[at]) || (at > 0 && is_word(text[at - 1]))) continue;
        std::size_t next = at + 1;
        if (next < text.size() && is_capital(text[next])) ++next;
        const bool one_letter = next == at + 1;
        const auto letters_end = next;
        while (next < text.size() && next < at + 5 && (is_space(text[next]) || text[next] == U'№' || text[next] == U'-')) ++next;
        const auto run = digits_from(text, next);
        // "В 200000 семьях" is a preposition and a number, so a letter that stands alone wants a longer one.
        const std::size_t least = one_letter && next > letters_end ? 7 : 6;
        if (run >= least && run <= 8 && (next + run == text.size() || !is_word(text[next + run]))) return true;
    }
    return false;
}

/// UZ-2021-00042, as a State's own register writes it.
bool has_file_code(const std::u32string& text) {
    for (std::size_t at = 0; at + 12 < text.size(); ++at) {
        if (at > 0 && is_word(text[at - 1])) continue;
        if (is_latin(text[at]) && is_latin(text[at + 1]) && text[at + 2] == U'-' && digits_from(text, at + 3) == 4 && text[at + 7] == U'-' &&
            digits_from(text, at + 8) == 5) return true;
    }
    return false;
}

/// The length of a full date from `at` on, or 0: 14.05.2024, 14/5/2024, 2024-05-14.
std::size_t date_at(const std::u32string& text, std::size_t at) {
    if (at > 0 && is_digit(text[at - 1])) return 0;
    std::size_t place = at;
    std::array<std::size_t, 3> runs{};
    for (std::size_t part = 0; part < 3; ++part) {
        runs[part] = digits_from(text, place);
        place += runs[part];
        if (runs[part] == 0) return 0;
        if (part == 2) break;
        if (place >= text.size() || (text[place] != U'.' && text[place] != U'/' && text[place] != U'-')) return 0;
        ++place;
    }
    const bool day_first = runs[0] <= 2 && runs[1] <= 2 && runs[2] == 4;
    const bool year_first = runs[0] == 4 && runs[1] <= 2 && runs[2] <= 2;
    return day_first || year_first ? place - at : 0;
}

bool speaks_of_birth(const std::u32string& lowered, std::size_t from, std::size_t to) {
    static constexpr std::array<std::u32string_view, 14> words{
        U"born", U"birth", U"рожд", U"родил", U"г.р", U"г. р", U"д.р", U"д. р", U"tug'ilgan", U"tugʻilgan", U"туған", U"туулган", U"таваллуд", U"doglan"};
    const std::u32string_view around(lowered.data() + from, to - from);
    for (const auto word : words) {
        if (around.find(word) != std::u32string_view::npos) return true;
    }
    return false;
}

bool has_birth_date(const std::u32string& text) {
    std::u32string lowered;
    for (const char32_t c : text) lowered.push_back(lower(c));
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto length = date_at(text, at);
        if (length == 0) continue;
        if (speaks_of_birth(lowered, at > kNear ? at - kNear : 0, std::min(text.size(), at + length + kNear))) return true;
    }
    return false;
}

}  // namespace

Done check_no_person_data(std::string_view text, const char* field) {
    const auto points = code_points(text);
    if (has_email(points)) return invalid("council.person_data_email", field);
    if (has_phone(points)) return invalid("council.person_data_phone", field);
    if (has_file_code(points)) return invalid("council.person_data_file_code", field);
    if (has_long_number(points)) return invalid("council.person_data_number", field);
    if (has_document(points)) return invalid("council.person_data_document", field);
    if (has_birth_date(points)) return invalid("council.person_data_birth", field);
    return {};
}

}  // namespace homeward::council

#include "council/person_data.h"

#include <string>

#include "council/person_text.h"

namespace homeward::council {
namespace {

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

}  // namespace

Done check_no_person_data(std::string_view text, const char* field) {
    const auto points = code_points(text);
    if (has_email(points)) return invalid("council.person_data_email", field);
    if (has_phone(points)) return invalid("council.person_data_phone", field);
    if (has_file_code(points)) return invalid("council.person_data_file_code", field);
    if (has_long_number(points)) return invalid("council.person_data_number", field);
    if (has_document(points)) return invalid("council.person_data_document", field);
    if (has_birth_date(points)) return invalid("council.person_data_birth", field);
    if (has_person_name(points)) return invalid("council.person_data_name", field);
    return {};
}

}  // namespace homeward::council

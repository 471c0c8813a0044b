#include "council/person_text.h"

#include "base/text.h"

namespace homeward::council {
namespace {

bool is_letter(char32_t c) { return is_latin(c) || is_cyrillic(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7); }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC; }

}  // namespace

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }
bool is_word(char32_t c) { return is_digit(c) || is_latin(c) || is_cyrillic(c); }
bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x202F || c == 0x2009; }

/// Letters beyond Russian's, such as those of Uzbek and Kazakh, stand in pairs: capital, small.
char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    const bool pairs = (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
    if (pairs && c % 2 == 0) return c + 1;
    return c >= 0x4C1 && c <= 0x4CE && c % 2 == 1 ? c + 1 : c;
}

bool is_capital(char32_t c) { return lower(c) != c; }

std::u32string code_points(std::string_view text) {
    std::u32string points;
    while (!text.empty()) points.push_back(next_code_point(text));
    return points;
}

std::u32string lowered(const std::u32string& text) {
    std::u32string small;
    for (const char32_t c : text) small.push_back(lower(c));
    return small;
}

std::vector<TextWord> words_in(const std::u32string& text) {
    std::vector<TextWord> words;
    for (std::size_t at = 0; at < text.size();) {
        const bool number = is_digit(text[at]);
        if (!number && !is_letter(text[at])) {
            ++at;
            continue;
        }
        TextWord word{at, at, {}, is_capital(text[at]), number};
        for (; at < text.size(); ++at) {
            const bool inside = number ? is_digit(text[at]) : is_letter(text[at]);
            const bool joined = !number && is_apostrophe(text[at]) && at + 1 < text.size() && is_letter(text[at + 1]);
            if (!inside && !joined) break;
            if (inside) word.lower.push_back(lower(text[at]));
        }
        word.end = at;
        words.push_back(std::move(word));
    }
    return words;
}

std::size_t digits_from(const std::u32string& text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
}

bool only_space(const std::u32string& text, std::size_t from, std::size_t to) {
    for (; from < to; ++from) {
        if (!is_space(text[from])) return false;
    }
    return true;
}

}  // namespace homeward::council

// Dates and years of birth.
#include <algorithm>
#include <array>

#include "council/person_text.h"

namespace homeward::council {
namespace {

constexpr std::size_t kNear = 40;    // characters between a date in figures and a word for birth
constexpr std::size_t kBefore = 30;  // from a word for birth to a date with its month as a word: laws have such dates too
constexpr std::size_t kAfter = 12;

using Words = std::vector<TextWord>;

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

bool speaks_of_birth(const std::u32string& small, std::size_t from, std::size_t to) {
    static constexpr std::array<std::u32string_view, 14> words{
        U"born", U"birth", U"рожд", U"родил", U"г.р", U"г. р", U"д.р", U"д. р", U"tug'ilgan", U"tugʻilgan", U"туған", U"туулган", U"таваллуд", U"doglan"};
    const std::u32string_view around(small.data() + from, to - from);
    for (const auto word : words) {
        if (around.find(word) != std::u32string_view::npos) return true;
    }
    return false;
}

bool has_date_in_figures(const std::u32string& text, const std::u32string& small) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto length = date_at(text, at);
        if (length == 0) continue;
        if (speaks_of_birth(small, at > kNear ? at - kNear : 0, std::min(text.size(), at + length + kNear))) return true;
    }
    return false;
}

bool is_month(const TextWord& word) {
    static constexpr std::array<std::u32string_view, 24> beginnings{
        U"jan", U"feb", U"mar", U"apr", U"may", U"jun", U"jul", U"aug", U"sep", U"oct", U"nov", U"dec",
        U"янв", U"фев", U"мар", U"апр", U"мая", U"июн", U"июл", U"авг", U"сен", U"окт", U"ноя", U"дек"};
    return !word.number && std::ranges::any_of(beginnings, [&](auto beginning) { return word.lower.starts_with(beginning); });
}
bool is_day(const TextWord& word) { return word.number && word.lower.size() <= 2; }
bool is_year(const TextWord& word) { return word.number && word.lower.size() == 4 && (word.lower.starts_with(U"19") || word.lower.starts_with(U"20")); }
bool is_ordinal(const TextWord& word) { return word.lower == U"st" || word.lower == U"nd" || word.lower == U"rd" || word.lower == U"th" || word.lower == U"of"; }

/// The word with the year of a date that begins at word `at`, or 0: 12 March 2014, 12th of March 2014, March 12, 2014.
std::size_t date_in_words(const Words& words, std::size_t at) {
    std::size_t next = at + 1;
    if (is_day(words[at])) {
        while (next < words.size() && is_ordinal(words[next])) ++next;
        if (next >= words.size() || !is_month(words[next])) return 0;
    } else {
        if (!is_month(words[at]) || next >= words.size() || !is_day(words[next])) return 0;
        if (next + 1 < words.size() && is_ordinal(words[next + 1])) ++next;
    }
    ++next;
    return next < words.size() && is_year(words[next]) ? next : 0;
}

bool has_any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
    return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::u32string_view::npos; });
}

bool has_date_in_words(const std::u32string& small, const Words& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto year = date_in_words(words, at);
        if (year == 0) continue;
        const std::size_t begin = words[at].begin, end = words[year].end, from = begin > kBefore ? begin - kBefore : 0;
        const std::u32string_view before(small.data() + from, begin - from), after(small.data() + end, std::min(kAfter, small.size() - end));
        if (has_any(before, {U"born", U"date of birth", U"родил", U"рожден", U"рождён"}) || has_any(after, {U"рожд", U"г.р", U"г. р", U"born"})) return true;
    }
    return false;
}

/// 1990 г.р., 1990 года рождения, 1990 t.y.: of a year, just behind it.
bool is_marked_as_birth(std::u32string_view after) {
    while (!after.empty() && (is_space(after.front()) || after.front() == U'-')) after.remove_prefix(1);
    static constexpr std::array<std::u32string_view, 10> marks{
        U"г.р", U"г. р", U"гг.р", U"г.рожд", U"года рожд", U"год рожд", U"году рожд", U"t.y", U"т.й", U"yilda tug"};
    return std::ranges::any_of(marks, [&](auto mark) { return after.starts_with(mark); });
}

/// born in 2014, родилась в 2014; a range of years is of a group.
bool has_year(const std::u32string& small, const Words& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!is_year(words[at])) continue;
        const std::u32string_view after(small.data() + words[at].end, small.size() - words[at].end);
        if (is_marked_as_birth(after)) return true;
        const bool range = !after.empty() && (after.front() == U'-' || after.front() == 0x2013 || after.front() == 0x2014 || after.starts_with(U" to ") || after.starts_with(U" and "));
        if (range || at < 2) continue;
        const auto &verb = words[at - 2].lower, &in = words[at - 1].lower;
        if ((verb == U"born" && in == U"in") || ((verb == U"родился" || verb == U"родилась") && in == U"в")) return true;
    }
    return false;
}

}  // namespace

bool has_birth_date(const std::u32string& text) {
    const auto small = lowered(text);
    const auto words = words_in(text);
    return has_date_in_figures(text, small) || has_date_in_words(small, words) || has_year(small, words);
}

}  // namespace homeward::council

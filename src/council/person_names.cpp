// Names that betray themselves by their form. Given names and surnames alone do not: a reader must find those.
#include <algorithm>
#include <array>

#include "council/person_text.h"

namespace homeward::council {
namespace {

using Words = std::vector<TextWord>;

/// Russian patronymics with their cases, but those which adjectives share (Верховной, Первичной).
constexpr std::array<std::u32string_view, 32> kPatronymics{
    U"ович", U"овича", U"овичу", U"овичем", U"овиче", U"евич", U"евича", U"евичу", U"евичем", U"евиче", U"овна", U"овны", U"овне", U"овну",
    U"евна", U"евны", U"евне", U"евну", U"ична", U"ичны", U"ичне", U"ичну", U"ovich", U"evich", U"ovna", U"evna", U"ichna", U"ovych", U"ivna", U"yevich", U"yevna", U"инична"};
/// Son or daughter of: a word of its own, or at the end of the father's name.
constexpr std::array<std::u32string_view, 20> kChildOf{
    U"кызы", U"қызы", U"гызы", U"уулу", U"улы", U"ұлы", U"оглы", U"оғлы", U"ўғли", U"угли", U"ўгли", U"қизи", U"кизи", U"qizi", U"ogli", U"oglu", U"ogly", U"kyzy", U"qyzy", U"uulu"};
/// Russian words that end as a patronymic does, in titles written with capitals.
constexpr std::array<std::u32string_view, 8> kNotNames{U"уровне", U"деревне", U"древне", U"основна", U"формулы", U"духовны", U"царевна", U"красные"};

bool ends_as(const TextWord& word, std::u32string_view ending, std::size_t most_before = 2) {
    return word.lower.size() >= ending.size() + most_before && word.lower.ends_with(ending);
}

bool is_patronymic(const TextWord& word) {
    if (std::ranges::find(kNotNames, std::u32string_view(word.lower)) != kNotNames.end()) return false;
    const auto ends = [&](auto ending) { return ends_as(word, ending); };
    if (word.capital && (std::ranges::any_of(kPatronymics, ends) || std::ranges::any_of(kChildOf, ends))) return true;
    return std::ranges::find(kChildOf, std::u32string_view(word.lower)) != kChildOf.end();
}

/// Between the parts of a name: white space, a hyphen, or the dot behind an initial.
bool joins(const std::u32string& text, const TextWord& first, const TextWord& second) {
    std::size_t from = first.end;
    if (first.lower.size() == 1 && from < second.begin && text[from] == U'.') ++from;
    if (from + 1 == second.begin && text[from] == U'-') return true;
    return from < second.begin && only_space(text, from, second.begin);
}

bool has_patronymic(const std::u32string& text, const Words& words) {
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at - 1].capital && is_patronymic(words[at]) && joins(text, words[at - 1], words[at])) return true;
    }
    return false;
}

bool is_initial(const std::u32string& text, const TextWord& word) {
    return word.capital && word.lower.size() == 1 && word.end < text.size() && text[word.end] == U'.';
}

/// Words `at` and the next are two initials, and not an abbreviation such as U.S. or D.C.
bool has_initials(const std::u32string& text, const Words& words, std::size_t at) {
    if (at + 1 >= words.size() || !is_initial(text, words[at]) || !is_initial(text, words[at + 1])) return false;
    if (!only_space(text, words[at].end + 1, words[at + 1].begin)) return false;
    static constexpr std::array<std::u32string_view, 12> abbreviations{U"us", U"un", U"uk", U"eu", U"dc", U"po", U"nb", U"ad", U"bc", U"am", U"pm", U"св"};
    return std::ranges::find(abbreviations, words[at].lower + words[at + 1].lower) == abbreviations.end();
}

bool is_surname(const TextWord& word) { return word.capital && word.lower.size() >= 3; }

/// Institutions carry names of the dead: имени А.С. Пушкина.
bool is_in_honour(const Words& words, std::size_t at) {
    return at > 0 && (words[at - 1].lower == U"имени" || words[at - 1].lower == U"им" || words[at - 1].lower == U"after");
}

bool has_surname_with_initials(const std::u32string& text, const Words& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!has_initials(text, words, at) || is_in_honour(words, at)) continue;
        const bool third_before = at > 0 && is_initial(text, words[at - 1]), third_behind = at + 2 < words.size() && is_initial(text, words[at + 2]);
        if (third_before || third_behind) continue;  // U.S.S.R.
        if (at > 0 && is_surname(words[at - 1]) && !is_in_honour(words, at - 1) && only_space(text, words[at - 1].end, words[at].begin)) return true;
        if (at + 2 < words.size() && is_surname(words[at + 2]) && only_space(text, words[at + 1].end + 1, words[at + 2].begin)) return true;
    }
    return false;
}

}  // namespace

bool has_person_name(const std::u32string& text) {
    const auto words = words_in(text);
    return has_patronymic(text, words) || has_surname_with_initials(text, words);
}

}  // namespace homeward::council

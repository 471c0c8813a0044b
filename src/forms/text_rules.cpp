#include "forms/text_rules.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <vector>

#include "base/json.h"
#include "base/letters.h"
#include "base/text.h"

namespace homeward::forms {

struct WordList {
    std::map<std::string, std::vector<std::string>> labels, ratings;
    std::vector<std::string> codes;
    std::string about;
};
BOOST_DESCRIBE_STRUCT(WordList, (), (about, labels, ratings, codes))

namespace {

/// One word of a rule: whole, or what a word begins with.
struct Beginning {
    std::string letters;
    bool begins = false;
    bool fits(std::string_view word) const { return begins ? word.starts_with(letters) : word == letters; }
};
struct Rule {
    std::string as_written;
    std::vector<Beginning> words;
};

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*';
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0xD7 && c != 0xF7;
}

/// The words of a text, folded; ё counts as е, and an apostrophe of whatever kind as none.
std::vector<std::string> words_in(std::string_view text) {
    const std::string folded = casefolded(text);
    std::vector<std::string> words(1);
    std::string_view rest = folded;
    while (!rest.empty()) {
        const char32_t c = next_code_point(rest);
        if (is_apostrophe(c)) continue;
        if (is_letter_or_digit(c)) append_utf8(words.back(), c == U'ё' ? U'е' : c);
        else if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

Rule rule_of(const std::string& text) {
    Rule rule{text, {}};
    for (const auto& word : words_in(text)) {
        const bool begins = word.ends_with('*');
        rule.words.push_back({begins ? word.substr(0, word.size() - 1) : word, begins});
    }
    return rule;
}

struct Rules {
    std::vector<Rule> texts, codes;
    Rules() {
        const auto list = json::read<WordList>(stigmatising_words());
        if (!list) throw std::runtime_error("stigmatising_words.json: " + list.error().key + " at " + list.error().field);
        for (const auto* group : {&list->labels, &list->ratings}) {
            for (const auto& [language, words] : *group) {
                for (const auto& word : words) texts.push_back(rule_of(word));
            }
        }
        for (const auto& code : list->codes) codes.push_back(rule_of(code));
    }
};
const Rules& rules() {
    static const Rules all;
    return all;
}

std::optional<std::string> first_of(const std::vector<Rule>& rules, const std::vector<std::string>& words) {
    for (const auto& rule : rules) {
        const auto fits = [](const std::string& word, const Beginning& beginning) { return beginning.fits(word); };
        if (std::search(words.begin(), words.end(), rule.words.begin(), rule.words.end(), fits) != words.end()) return rule.as_written;
    }
    return {};
}

}  // namespace

std::optional<std::string> refused_word(std::string_view text) { return first_of(rules().texts, words_in(text)); }

std::optional<std::string> refused_in_code(std::string_view code) {
    std::string apart(code);
    std::ranges::replace(apart, '_', ' ');
    const auto words = words_in(apart);
    if (auto found = first_of(rules().codes, words)) return found;
    return first_of(rules().texts, words);
}

}  // namespace homeward::forms

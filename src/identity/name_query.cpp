// A search text becomes words, and each word the few ways in which it can stand inside a key.

#include <unicode/uchar.h>

#include <algorithm>

#include "base/text.h"
#include "identity/name_index.h"
#include "identity/name_key.h"
#include "base/letters.h"
#include "identity/name_spelling.h"
#include "identity/signature.h"

namespace homeward::identity {
namespace {

bool stays_inside_word(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return is_apostrophe(c) || u_isalnum(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK ||
           type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

/// The words as typed. Unlike `fold`, a hyphen parts words, so that both halves are found in any order.
std::vector<std::string> typed_words(std::string_view text) {
    std::vector<std::string> words(1);
    text = text.substr(0, longest_name);
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        if (!is_hyphen(c) && stays_inside_word(c)) append_utf8(words.back(), c);
        else if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](auto ending) { return text.ends_with(ending); });
}

/// A part of a name may be cut inside what is one letter in the key: "Mus" out of "Mushtariy", "htar" too.
void add_cut_letters(std::vector<std::string>& texts, std::string_view typed) {
    const std::string whole = texts.front();
    if (whole.size() < 2) return;
    const auto with_last = [&](char c) { texts.push_back(whole.substr(0, whole.size() - 1) + c); };
    switch (whole.back()) {
        case 's': with_last('x'); break;
        case 'k': with_last('h'); with_last('c'); break;
        case 'z': case 'd': with_last('j'); break;
        case 'i':
            if (ends_with_any(typed, {"y", "Y", "й", "Й"})) with_last('e');
            if (ends_with_any(typed, {"j", "J", "zh", "ZH", "Zh", "ж", "Ж", "ҷ", "Ҷ", "җ", "Җ", "ج"})) with_last('j');
            break;
        default: break;
    }
    const std::size_t ends = texts.size();
    for (std::size_t i = 0; i < ends; ++i) {
        const auto with_first = [&](char c) { texts.push_back(c + texts[i].substr(1)); };
        if (whole.front() == 'h') {
            for (const char c : {'x', 'c', 'j', 'g'}) with_first(c);
        }
        if (whole.front() == 'j') with_first('i');
        if (whole.front() == 'o' && whole.size() > 2 && (typed.starts_with('o') || typed.starts_with('O'))) with_first('e');
    }
}

void add_reading(NameQuery::Readings& readings, std::string text) {
    const bool known = std::any_of(readings.any.begin(), readings.any.end(), [&](const auto& r) { return r.text == text; });
    if (known || text.empty()) return;
    const Signature signature = signature_of(text);
    if (readings.any.empty()) readings.common = signature;
    for (std::size_t i = 0; i < signature.size(); ++i) readings.common[i] &= signature[i];
    readings.any.push_back({std::move(text), signature});
}

NameQuery::Readings folded_readings(std::string_view typed) {
    std::vector<std::string> texts = {fold(typed)};
    add_cut_letters(texts, typed);
    // The x of Alexey is not the x of Uzbek.
    if (const auto x = typed.find_first_of("xX"); x != typed.npos) {
        std::string ks(typed);
        texts.push_back(fold(ks.replace(x, 1, "ks")));
    }
    NameQuery::Readings readings;
    for (auto& text : texts) add_reading(readings, std::move(text));
    return readings;
}

/// Short skeletons say too little to stand inside a word: they must be the whole of one.
void add_skeleton(NameQuery::Readings& readings, const std::string& text) {
    if (text.size() > 2) add_reading(readings, text);
    else if (text.size() == 2) add_reading(readings, ' ' + text + ' ');
}

/// anywhere   whether a word that starts with a vowel may be the middle of a name
NameQuery::Readings skeleton_readings(std::string_view typed, bool anywhere) {
    NameQuery::Readings readings;
    for (const auto& reading : waw_readings(typed)) {
        const std::string folded = fold(reading);
        // With a vowel behind it a closing h is not taken for silent.
        for (const std::string& text : {skeleton(folded), skeleton(folded + 'a')}) {
            add_skeleton(readings, text);
            if (anywhere && text.size() > 2 && text.front() == 'a') add_reading(readings, text.substr(1));
        }
    }
    return readings;
}

}  // namespace

NameQuery read_query(std::string_view text, bool forgive_vowels) {
    NameQuery query;
    bool arabic = false;
    const auto typed = typed_words(text);
    for (const auto& word : typed) arabic = arabic || has_arabic(word);
    query.skeletons_of = arabic || forgive_vowels ? NameQuery::Skeletons::of_all : NameQuery::Skeletons::of_arabic;
    for (const auto& word : typed) {
        auto folded = folded_readings(word);
        if (folded.any.empty()) continue;
        auto skeletons = skeleton_readings(word, forgive_vowels || !has_arabic(word));
        query.words.push_back({std::move(folded), std::move(skeletons)});
    }
    query.nobody = query.words.empty() && !trim(text).empty();
    return query;
}

}  // namespace homeward::identity

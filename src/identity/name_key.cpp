#include "identity/name_key.h"

#include <unicode/uchar.h>

#include "base/letters.h"
#include "base/text.h"
#include "identity/name_spelling.h"

namespace homeward::identity {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'w'; }

bool is_mark(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || c == 0x640;
}

bool is_arabic_vowel(char32_t c) {
    return std::u32string_view(U"اأآإٱيیىةە").find(c) != std::u32string_view::npos;
}

/// Waw is a consonant at the front of a word and beside another vowel letter, and a vowel elsewhere; ain is heard
/// as the vowel it carries at the front of a word.
std::string_view arabic_latin(std::u32string_view word, std::size_t at) {
    constexpr char32_t waw = U'و', ain = U'ع', alif = U'ا';
    if (word[at] == waw) {
        const bool before_vowel = at + 1 < word.size() && is_arabic_vowel(word[at + 1]);
        const bool after_alif = at > 0 && word[at - 1] == alif;
        return at == 0 || before_vowel || after_alif ? "v" : "W";
    }
    if (word[at] == ain && at == 0) return "a";
    return latin_of(word[at]);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
}

bool is_soft_before_e(std::u32string_view word, std::size_t at) {
    const bool sign = word[at] == U'ь' || word[at] == U'ъ';
    return sign && at + 1 < word.size() && (word[at + 1] == U'е' || word[at + 1] == U'ё');
}

/// Where x is not the x of Uzbek. A short list: elsewhere in names of the region x is kh.
void spell_ks(std::u32string& word) {
    constexpr std::array<std::u32string_view, 5> stems = {U"alex", U"maxim", U"oxan", U"roxan", U"felix"};
    const std::size_t x = word.find(U'x');
    if (x == word.npos) return;
    for (const auto stem : stems) {
        if (word.starts_with(stem)) word.replace(x, 1, U"ks");
    }
}

/// In Turkish and Azeri words, known by letters that English lacks, c is the sound of j.
void spell_turkish_c(std::u32string& word) {
    if (word.find(U'c') == word.npos || word.find_first_of(U"ışğçəöü") == word.npos) return;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word[at] == U'c' && (at + 1 == word.size() || word[at + 1] != U'h')) word[at] = U'j';
    }
}

/// The letters of a word before digraphs are read, still with apostrophes.
std::string letters_of(std::u32string word) {
    heal_mixed_scripts(word);
    spell_ks(word);
    spell_turkish_c(word);
    std::string out;
    out.reserve(2 * word.size());
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char32_t c = word[at];
        if (is_apostrophe(c)) {
            out += '\'';
            continue;
        }
        if (is_soft_before_e(word, at)) {
            out += 'i';
            continue;
        }
        const auto spelled = script_of(c) == Script::arabic ? arabic_latin(word, at) : latin_of(c);
        if (spelled.data() != nullptr) out += spelled;
        else append_utf8(out, c);
    }
    return out;
}

/// What a `y` before another letter is: ya, yu and yi keep a vowel; ye and yo are one with е, but after a consonant
/// ye is ые or ье (Charyev, Vasilyev).
void read_y(std::string& word) {
    replace_all(word, "you", "iu");
    replace_all(word, "yo", "e");
    for (std::size_t at = 0; (at = word.find("ye", at)) != word.npos;) {
        const bool after_consonant = at > 0 && !is_vowel(word[at - 1]) && word[at - 1] != 'y' && word[at - 1] != 'W';
        word.replace(at, 2, after_consonant ? "ie" : "e");
    }
    replace_all(word, "y", "i");
}

void read_c(std::string& word) {
    for (std::size_t at = word.find('c'); at != word.npos; at = word.find('c', at + 1)) {
        const char next = at + 1 < word.size() ? word[at + 1] : ' ';
        word[at] = next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
    }
}

/// Behind a vowel and before none, j is й as often as ж (Sulajman): both come to i, in every script.
void read_closing_j(std::string& word) {
    const auto sounds = [&](std::size_t at) { return at < word.size() && (is_vowel(word[at]) || word[at] == 'W'); };
    for (std::size_t at = 1; at < word.size(); ++at) {
        if (word[at] == 'J' && sounds(at - 1) && !sounds(at + 1)) word[at] = 'i';
    }
}

/// Reads digraphs, in any script they came from: з and х side by side are written zh in Latin, and so are ж.
void read_digraphs(std::string& word) {
    if (word.find('\'') != word.npos) {
        replace_all(word, "o'", "W");
        std::erase(word, '\'');
    }
    replace_all(word, "oo", "W");
    collapse_doubles(word, "y");  // Turkmen yý is ы and й
    constexpr std::pair<std::string_view, std::string_view> digraphs[] = {
        {"sh", "X"}, {"ch", "C"}, {"zh", "J"}, {"kh", "h"}, {"gh", "g"}, {"dJ", "J"}, {"tC", "C"}, {"XC", "X"}};
    if (word.find_first_of("hJC") != word.npos) {
        for (const auto& [from, to] : digraphs) replace_all(word, from, to);
    }
    if (word.find('c') != word.npos) read_c(word);
    if (word.find('y') != word.npos) read_y(word);
    replace_all(word, "ou", "u");
    read_closing_j(word);
}

std::string spell_word(std::u32string word) {
    std::string out = letters_of(std::move(word));
    read_digraphs(out);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    collapse_doubles(out);
    return out;
}

bool is_servant(std::u32string_view word) { return word == U"عبد"; }  // "servant of": one name with the next word

/// The words of a folded text. Apostrophes and hyphens between letters do not part words.
std::vector<std::u32string> words_of(std::string_view text) {
    std::vector<std::u32string> words;
    std::u32string word;
    word.reserve(32);
    const auto finish = [&] {
        if (word.empty()) return;
        if (!words.empty() && is_servant(words.back())) words.back() += word;
        else words.push_back(word);
        word.clear();
    };
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        if (script_of(c) != Script::other || is_apostrophe(c) || u_isalnum(static_cast<UChar32>(c))) word += c;
        else if (is_mark(c) || (is_hyphen(c) && !word.empty() && !text.empty() && text.front() != ' ')) continue;
        else finish();
    }
    finish();
    return words;
}

}  // namespace

void collapse_doubles(std::string& text, std::string_view but) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto one = [&](char a, char b) { return a == b && is_letter(a) && but.find(a) == but.npos; };
    text.erase(std::unique(text.begin(), text.end(), one), text.end());
}

std::string spell(std::string_view name) {
    name = name.substr(0, longest_name);
    std::string out;
    for (auto& word : words_of(casefolded(name))) {
        const std::string spelled = spell_word(std::move(word));
        if (spelled.empty()) continue;
        if (!out.empty()) out += ' ';
        out += spelled;
    }
    return out;
}

std::vector<std::string> waw_readings(std::string_view name) {
    constexpr std::string_view waw = "و", v = "ڤ", u = "ۇ";
    name = name.substr(0, longest_name);
    std::vector<std::string> readings = {std::string(name)};
    if (name.find(waw) == name.npos) return readings;
    for (const auto sound : {v, u}) replace_all(readings.emplace_back(name), waw, sound);
    return readings;
}

std::string merged(std::string_view spelling) {
    std::string out(spelling);
    for (char& c : out) {
        if (c == 'u' || c == 'w') c = 'o';
    }
    collapse_doubles(out);
    return out;
}

std::string fold(std::string_view name) { return merged(spell(name)); }

namespace {

/// What Arabic letters do not tell apart, or Russian spells otherwise: г for ҳ, шч.
char sound_of(char c) {
    switch (c) {
        case 'p': return 'b';
        case 'f': return 'v';
        case 'h': return 'g';
        case 'c': return 'x';
        default: return c;
    }
}

void append_skeleton(std::string& out, std::string_view word) {
    const std::size_t start = out.size();
    // A closing h is often not written: Abdulla, Abdulloh.
    if (word.size() > 2 && word.ends_with('h')) word.remove_suffix(1);
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (is_vowel(word[at])) {
            if (at == 0) out += 'a';
        } else if (const char sound = sound_of(word[at]); out.size() == start || out.back() != sound) {
            out += sound;
        }
    }
    // The l of the article is lost before these: Abdurahmon, عبدالرحمن.
    if (std::string_view(out).substr(start).starts_with("abdl") && out.size() > start + 4 &&
        std::string_view("tdrzsxn").find(out[start + 4]) != std::string_view::npos) {
        out.erase(start + 3, 1);
    }
}

}  // namespace

std::string skeleton(std::string_view folded) {
    std::string out;
    for (const auto word : split(folded, ' ')) {
        if (!out.empty()) out += ' ';
        append_skeleton(out, word);
    }
    return out;
}

bool has_arabic(std::string_view name) {
    name = name.substr(0, longest_name);
    while (!name.empty()) {
        const char32_t c = next_code_point(name);
        const bool presentation_form = (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
        if (presentation_form || script_of(c) == Script::arabic) return true;
    }
    return false;
}

}  // namespace homeward::identity

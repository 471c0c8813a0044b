#include "search/stems.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <span>
#include <stdexcept>

#include "base/letters.h"
#include "base/text.h"
#include "search/spelling.h"

namespace homeward::search {
namespace {

constexpr std::size_t kShortest = 3;  ///< letters of a stem of our own making

/// A stemmer of Snowball. It keeps the word it works on, so each thread has its own.
class Snowball {
public:
    explicit Snowball(const char* language) : stemmer_(sb_stemmer_new(language, "UTF_8"), sb_stemmer_delete) {
        if (!stemmer_) throw std::runtime_error("libstemmer does not know this language");
    }
    std::string_view stem(std::string_view word) {
        const auto* text = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
        if (text == nullptr) throw std::runtime_error("libstemmer is out of memory");
        return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
    }

private:
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

/// Forms that Snowball does not bring together and that our texts are full of.
std::u32string_view regular(std::u32string_view word) {
    if (word == U"children") return U"child";
    if (word == U"women") return U"woman";
    if (word == U"men") return U"man";
    return word;
}

std::string snowball(Snowball& stemmer, std::u32string_view word) {
    std::string utf8;
    for (const char32_t c : word) append_utf8(utf8, c == U'ё' ? U'е' : c);
    std::u32string stem;
    for (std::string_view rest = stemmer.stem(utf8); !rest.empty();) stem += next_code_point(rest);
    return key_of(stem);
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }
bool is_voiceless(char c) { return std::string_view("kptsxqhf").find(c) != std::string_view::npos; }

using Suffixes = std::span<const std::string_view>;

/// Takes off the first suffix that leaves a stem of at least `shortest` letters with a vowel. The longer stand first.
void strip(std::string& word, Suffixes suffixes, std::size_t shortest = kShortest) {
    for (const auto suffix : suffixes) {
        if (!word.ends_with(suffix) || word.size() < suffix.size() + shortest) continue;
        const std::string_view stem = std::string_view(word).substr(0, word.size() - suffix.size());
        // -ta, -ti and their like stand behind voiceless consonants, -di and -dyn never behind a vowel.
        if (suffix.front() == 't' && !is_voiceless(stem.back())) continue;
        if ((suffix == "di" || suffix == "dy" || suffix == "du") && is_vowel(stem.back())) continue;
        if (std::none_of(stem.begin(), stem.end(), is_vowel)) continue;
        word.resize(stem.size());
        return;
    }
}

void strip_closing_vowels(std::string& word) {
    while (word.size() > kShortest && is_vowel(word.back())) word.pop_back();
}

// Endings in the spelling of key_of, so that one list serves four languages and both scripts.
constexpr std::string_view kCases[] = {
    "ndagi", "dagi", "degi", "tagi", "tegi", "dagy", "tagy", "ning", "ndan", "nden", "nin", "nyn", "nun", "din", "dyn", "dun", "tin", "tyn",
    "tun", "dan", "den", "don", "tan", "ten", "ton", "nan", "nen", "men", "ben", "pen", "nda", "nde", "ni", "ny", "nu", "di", "dy", "du",
    "ti", "ty", "tu", "ga", "ge", "go", "ka", "ke", "ko", "da", "de", "do", "ta", "te", "to", "na", "ne", "in", "yn", "un"};
constexpr std::string_view kPossessive[] = {"ingiz", "yngyz", "imiz", "ymyz", "umuz", "miz", "myz", "si", "sy", "su", "i", "y", "u"};
constexpr std::string_view kPlural[] = {"lara", "lere", "lar", "ler", "lor", "dar", "der", "dor", "tar", "ter", "tor"};
constexpr std::string_view kTajik[] = {"onro", "horo", "hoi", "hoe", "oni", "ho", "ro", "on", "i", "e"};

std::string turkic_stem(std::string word) {
    strip(word, kCases);
    strip(word, kPossessive);
    strip(word, kPlural);
    strip(word, kPossessive, kShortest + 1);
    strip_closing_vowels(word);
    // mekdep, mekdebi: the consonant is voiced between vowels.
    switch (word.empty() ? ' ' : word.back()) {
        case 'b': word.back() = 'p'; break;
        case 'g': word.back() = 'k'; break;
        case 'd': word.back() = 't'; break;
        default: break;
    }
    return word;
}

std::string tajik_stem(std::string word) {
    strip(word, kTajik);
    strip_closing_vowels(word);
    return word;
}

bool is_ascii(const std::string& key) {
    return std::all_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_digit(const std::string& key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string stem_of(std::u32string_view word, const std::string& key, Language language) {
    thread_local Snowball english("english"), russian("russian");
    // Other scripts and numbers have no endings that we know.
    if (!is_ascii(key) || has_digit(key)) return key;
    switch (language) {
        case Language::english: return snowball(english, regular(word));
        case Language::russian: return snowball(russian, word);
        case Language::turkic: return turkic_stem(key);
        case Language::tajik: return tajik_stem(key);
    }
    return key;
}

std::vector<std::string> all_stems(std::u32string_view word, const std::string& key) {
    const bool cyrillic = std::any_of(word.begin(), word.end(), [](char32_t c) { return script_of(c) == Script::cyrillic; });
    std::vector<std::string> stems;
    for (const Language language : {cyrillic ? Language::russian : Language::english, Language::turkic, Language::tajik}) {
        auto stem = stem_of(word, key, language);
        if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(std::move(stem));
    }
    return stems;
}

}  // namespace homeward::search

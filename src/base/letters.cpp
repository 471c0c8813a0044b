#include "base/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <stdexcept>

#include "base/text.h"

namespace homeward {
namespace {

constexpr char32_t table_end = 0x0700;

// Pairs of a letter and its Latin, separated by spaces; "-" is silence.
constexpr std::string_view cyrillic =
    "а a б b в v г g д d е e ё e ж J з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч C ш X щ X "
    "ъ - ы i ь - э e ю iu я ia "
    "ў W қ k ғ g ҳ h "                     // Uzbek
    "ә a ң n ө W ұ u ү u һ h і i "         // Kazakh, Kyrgyz
    "ӣ i ӯ W ҷ J "                         // Tajik
    "җ J ҥ n ӱ u ӧ W ӓ a ӑ a ӗ e ӳ u ҹ J ҝ g ј y є e ї i ґ g љ l њ n ћ C ђ J џ J ѓ g ќ k ѕ z ѐ e ѝ i ҡ k ҫ s ҙ z";
constexpr std::string_view latin =
    "j J x h q k w v "
    "ş X š X ș X ś X ç C č C ć C ž J ź z ż J đ J ñ n ň n ń n ğ g ǵ g ģ g ö W õ W ő W ü u ū u ý y ÿ y ı i "
    "ł l ø W æ a œ W ə a þ t ð d ŋ n ɣ g";
// Waw and the article are read in their context.
constexpr std::string_view arabic =
    "ا a أ a آ a إ i ٱ a ب b پ p ت t ث s ج J چ C ح h خ h د d ذ z ر r ز z ژ J س s ش X ص s ض z ط t ظ z ع - غ g ف f ڤ v "
    "ق k ك k ک k گ g ڭ n ل l م m ن n ه h ھ h ہ h ة a و W ؤ u ۇ u ۆ W ۈ u ۋ v ي i ی i ى a ې i ێ e ئ i ء - ـ - "
    "ە a ڕ r ڵ l ں n ٹ t ڈ d ڑ r ے e";

struct Table {
    std::array<std::array<char, 4>, table_end> spelled{};  // its letters, then NUL
    std::array<bool, table_end> known{};

    void set(char32_t letter, std::string_view text) {
        known[letter] = true;
        std::copy(text.begin(), text.end(), spelled[letter].begin());
    }

    void read(std::string_view pairs) {
        while (!pairs.empty()) {
            const char32_t letter = next_code_point(pairs);
            pairs.remove_prefix(1);
            const std::string_view text = pairs.substr(0, pairs.find(' '));
            set(letter, text == "-" ? std::string_view{} : text);
            pairs.remove_prefix(std::min(pairs.size(), text.size() + 1));
        }
    }
};

/// The letter below all accents; itself if it has none.
char32_t without_accents(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString parts;
    if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(letter), parts)) return letter;
    return static_cast<char32_t>(parts.char32At(0));
}

Table make_table() {
    Table table;
    for (char32_t letter = 'a'; letter <= 'z'; ++letter) {
        const char text = static_cast<char>(letter);
        table.set(letter, {&text, 1});
    }
    for (const auto pairs : {latin, cyrillic, arabic}) table.read(pairs);
    for (char32_t letter = 0xc0; letter < table_end; ++letter) {
        const char32_t base = without_accents(letter);
        if (table.known[letter] || base == letter || base >= table_end || !table.known[base]) continue;
        // Of š we know more than that it is an s; of ŝ we do not.
        table.spelled[letter] = table.spelled[base];
        table.known[letter] = true;
    }
    return table;
}

const icu::Normalizer2& casefolder() {
    static const icu::Normalizer2* found = [] {
        UErrorCode status = U_ZERO_ERROR;
        const auto* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC case folding");
        return instance;
    }();
    return *found;
}

const Table& table() {
    static const Table made = make_table();
    return made;
}

}  // namespace

Script script_beyond_ascii_and_cyrillic(char32_t letter) {
    if (!u_isalpha(static_cast<UChar32>(letter))) return Script::other;
    if (letter < 0x250 || (letter >= 0x1e00 && letter < 0x1f00)) return Script::latin;
    return letter >= 0x600 && letter < 0x780 ? Script::arabic : Script::other;
}

std::string_view latin_of(char32_t letter) {
    if (letter >= table_end && letter >= 0x1e00 && letter < 0x1f00) letter = without_accents(letter);
    if (letter >= table_end || !table().known[letter]) return {};
    return table().spelled[letter].data();
}

char32_t cyrillic_twin(char32_t latin_letter) {
    // In lower case, where the capitals H B T M K of a typist have ended as well.
    constexpr std::u32string_view from = U"acehopxybmtki", to = U"асенорхувмткі";
    const auto at = from.find(latin_letter);
    return at == from.npos ? latin_letter : to[at];
}

void heal_mixed_scripts(std::u32string& word) {
    bool latin = false, cyrillic = false;
    for (const char32_t c : word) {
        latin = latin || script_of(c) == Script::latin;
        cyrillic = cyrillic || script_of(c) == Script::cyrillic;
    }
    if (!latin || !cyrillic) return;
    for (char32_t& c : word) c = cyrillic_twin(c);
}

bool is_apostrophe_beyond_ascii(char32_t sign) {
    switch (sign) {
        case 0xb4: case 0x2b9: case 0x2bb: case 0x2bc: case 0x2bd: case 0x2be: case 0x2bf:
        case 0x2c8: case 0x2ca: case 0x2cb: case 0x55a: case 0x2018: case 0x2019: case 0x201b: case 0x2032: case 0x2035:
        case 0xa78c: return true;
        default: return false;
    }
}

std::string casefolded(std::string_view utf8) {
    std::string plain;
    plain.reserve(utf8.size());
    // NFKC would make the spacing acute accent a space and tear the word.
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (utf8.substr(at, 2) == "\xc2\xb4") {
            plain += '\'';
            ++at;
        } else {
            plain += utf8[at];
        }
    }
    std::string out;
    out.reserve(plain.size() + 16);
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    casefolder().normalizeUTF8(0, icu::StringPiece(plain.data(), static_cast<int>(plain.size())), sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not fold a text");
    return out;
}

bool is_hyphen(char32_t sign) { return sign == '-' || (sign >= 0x2010 && sign <= 0x2013) || sign == 0x2212; }

}  // namespace homeward

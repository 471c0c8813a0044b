#pragma once
// The letter table: what each letter of Latin, Cyrillic and Arabic script is written as before digraphs are read.

#include <string>
#include <string_view>

namespace homeward {

enum class Script { other, latin, cyrillic, arabic };

Script script_beyond_ascii_and_cyrillic(char32_t letter);
bool is_apostrophe_beyond_ascii(char32_t sign);

inline Script script_of(char32_t letter) {
    if (letter >= 0x400 && letter < 0x530) return Script::cyrillic;
    if (letter < 0x80) return (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z' ? Script::latin : Script::other;
    return script_beyond_ascii_and_cyrillic(letter);
}

/// The letters that stand for one letter: lower-case Latin as an English or Uzbek reader would spell it, or a
/// capital where one code is meant already: C ch, J zh, W between o and u, X sh. Silent signs give "".
///
/// letter    in lower case and NFKC
/// returns   nothing known: a null view (`data() == nullptr`)
/// source    Russian: ICAO Doc 9303-3, section 6. Uzbek: the alphabet of 1995, UNGEGN Working Group on Romanization
///           Systems, report 2.2. Kazakh: BGN/PCGN 1979 and the Latin alphabet of 2021. Kyrgyz: BGN/PCGN 1979.
///           Tajik: BGN/PCGN 1994. Turkmen: the alphabet of 1993, BGN/PCGN 2000. Arabic: UNGEGN 2017 without
///           length marks; Persian: UNGEGN 2012. Uyghur letters: the alphabet of 1983.
std::string_view latin_of(char32_t letter);

/// The Cyrillic letter that a Latin one is taken for when somebody types it inside a Cyrillic word; itself if none.
char32_t cyrillic_twin(char32_t latin);
/// A word with a Latin letter typed among Cyrillic ones is meant as Cyrillic.
void heal_mixed_scripts(std::u32string& word);

/// Signs that stand as an apostrophe in a name: ʻ ʼ ' ’ ‘ ` ´ and their kin.
inline bool is_apostrophe(char32_t sign) {
    if (sign < 0x80) return sign == '\'' || sign == '`';
    return script_of(sign) != Script::cyrillic && is_apostrophe_beyond_ascii(sign);
}

/// Lower case in NFKC, without soft hyphens and zero-width signs; an acute accent that stands alone is an apostrophe.
std::string casefolded(std::string_view utf8);

/// Signs that join two halves of one name.
bool is_hyphen(char32_t sign);

}  // namespace homeward

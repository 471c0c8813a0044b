#pragma once
// One key for a name however it is written: Latin, Cyrillic or Arabic script. Pure; safe from any thread.

#include <string>
#include <string_view>

namespace homeward::identity {

/// Longest part of a name that keys look at, in bytes of UTF-8; the rest is ignored.
inline constexpr std::size_t longest_name = 1024;

/// One lower-case key for a name in any script: "Каримова", "KARIMOVA" and "karímova" are equal, as are
/// "Ҷӯраев", "Жўраев", "Joʻrayev", "Jo'raev" and "Джураев". Letters that practice mixes come to one (o and u,
/// i and y, h and x and kh, j and zh and dj …); apostrophes, diacritics and hyphens vanish; doubled letters
/// are single. The key is for comparing and searching, never for showing.
///
/// name      UTF-8; malformed bytes separate words
/// returns   words of a–z and 0–9 joined by one space; letters of other scripts stay, in lower case.
///           Empty when the name has no letter or digit. fold(fold(x)) need not be fold(x).
/// source    base/letters.h, which cites the transliteration tables
std::string fold(std::string_view name);

/// The consonants of a folded name, so that Arabic script, which writes no short vowels, meets the others:
/// the skeletons of fold("كريموفا"), fold("Каримова") and fold("Karimova") are equal. A word that starts with a
/// vowel starts with `a` here; sounds that Arabic letters do not tell apart are one (b and p, v and f).
///
/// folded    what `fold` returned
/// returns   words joined by one space
std::string skeleton(std::string_view folded);

/// How alike two spellings of one name part (a family name, say) are, in any scripts.
///
/// returns   0 to 1; 1 when only spelling habits differ, 0 when either is empty. From 0.90 on the two are the
///           same name in practice, below 0.75 hardly ever; "Ҳасан" and "Ҳусан" come to less than 0.90
double likeness(std::string_view a, std::string_view b);

/// How alike two whole names are, word by word in whatever order; for names that nobody split into parts. A word
/// that only the longer name has (a patronymic) costs little, an initial counts for the word it begins.
///
/// returns   0 to 1; from 0.70 on likely one person
double full_name_likeness(std::string_view a, std::string_view b);

/// Whether the name has a letter of Arabic script.
bool has_arabic(std::string_view name);

}  // namespace homeward::identity

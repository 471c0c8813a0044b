#pragma once
// What the forms of a word have in common.

#include <string>
#include <string_view>
#include <vector>

namespace homeward::search {

/// turkic   Uzbek, Kazakh, Kyrgyz and Turkmen, in either script
enum class Language { english, russian, turkic, tajik };

/// The stem of a word, spelled as key_of spells.
///
/// word      in lower case and NFKC, without apostrophes
/// key       key_of(word)
/// source    English and Russian: Snowball. Turkic and Tajik: docs/decisions/search.md
std::string stem_of(std::u32string_view word, const std::string& key, Language language);

/// Every stem the word may have been stored under, whatever language it was taken for.
std::vector<std::string> all_stems(std::u32string_view word, const std::string& key);

}  // namespace homeward::search

#pragma once

#include <string>
#include <string_view>

namespace homeward::identity {

/// Longest sort key, in bytes.
inline constexpr std::size_t longest_sort_key = 64;

/// Bytes that sort as names should: memcmp order of the keys is ICU's order of the texts for Russian, whose
/// rules keep ё beside е, put the letters of Kazakh, Kyrgyz, Tajik and Uzbek beside their Russian kin, and Latin
/// after Cyrillic. Case and accents count only between names otherwise equal. One collator per thread.
///
/// returns   at most `longest_sort_key` bytes; texts that agree that far compare equal
/// source    Unicode CLDR collation through ICU, locale ru
std::string sort_key(std::string_view text);

}  // namespace homeward::identity

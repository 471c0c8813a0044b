#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace homeward::council {

/// The words of a text as the search compares them, without regard to case, script or accents; a space before each.
std::string folded(std::string_view text);
/// The words of a question in the same form, as a JSON array for json_each: each is looked for at the beginning of a word.
std::string folded_words(std::string_view text);
/// Sorts as the language does.
Bytes sort_key(std::string_view text, std::string_view language);

}  // namespace homeward::council

#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace homeward::council {

/// Lower-case Latin letters and digits of a text in any script: `ОБСЕ` gives `obse`. Words stay apart by one space.
std::string folded(std::string_view text);
/// The folded words of a search, as a JSON array for json_each.
std::string folded_words(std::string_view text);
/// Sorts as the language does.
Bytes sort_key(std::string_view text, std::string_view language);

}  // namespace homeward::council

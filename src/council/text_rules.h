#pragma once

#include <string_view>

#include "base/result.h"

namespace homeward::council {

/// A text that must be there and may not be endless.
/// errors    invalid `council.text_missing`, `council.text_long`
Done check_text(std::string_view text, std::size_t most, const char* field);
/// The same for one that may be empty.
Done check_optional_text(std::string_view text, std::size_t most, const char* field);
/// A link that readers may follow, or none: nothing but the web may stand behind it.
/// errors    invalid `council.link`, `council.text_long`
Done check_link(std::string_view link, const char* field);

}  // namespace homeward::council

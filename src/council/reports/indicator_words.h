#pragma once

#include <string>
#include <string_view>

namespace homeward::council {

/// The words of the States' returns, as the pages have them: `indicator.returnees.name`, `classification.sex.female`.
/// What they do not know comes back as its last part, which is a code.
std::string indicator_word(std::string_view language, std::string_view path);

}  // namespace homeward::council

#pragma once

#include <string>
#include <string_view>

namespace homeward::printing {

/// The same PDF, saying its language to readers of screens and showing its title in the window: cairo 1.16 writes
/// neither. Same bytes in, same bytes out.
std::string with_language(const std::string& pdf, std::string_view language);

}  // namespace homeward::printing

#pragma once

#include <string>
#include <string_view>

namespace homeward::files {

/// The name of a file as the browser told it in `X-File-Name`: percent-encoded UTF-8, without the folders some put before it.
/// Empty when it is no text.
std::string file_name_of(std::string_view encoded);

}  // namespace homeward::files

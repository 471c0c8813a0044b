#include "files/file_name.h"

#include <algorithm>

#include "base/text.h"

namespace homeward::files {

std::string file_name_of(std::string_view encoded) {
    std::string name;
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        const auto byte = encoded[i] == '%' ? from_hex(encoded.substr(i + 1, 2)) : std::nullopt;
        const bool escaped = byte && byte->size() == 1;
        name += escaped ? static_cast<char>(byte->front()) : encoded[i];
        if (escaped) i += 2;
    }
    if (const auto folder = name.find_last_of("/\\"); folder != std::string::npos) name.erase(0, folder + 1);
    std::erase_if(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    return is_utf8(name) ? name : std::string();
}

}  // namespace homeward::files

#pragma once

#include <string_view>

#include "identity/name_index.h"

namespace homeward::identity {

/// One place for each pair of neighbouring letters.
inline Signature signature_of(std::string_view text) {
    Signature places{};
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto pair = static_cast<std::uint32_t>(static_cast<unsigned char>(text[i - 1])) << 8 | static_cast<unsigned char>(text[i]);
        const std::uint32_t place = pair * 2654435761u >> 25;
        places[place >> 6] |= std::uint64_t{1} << (place & 63);
    }
    return places;
}

inline bool covers(const Signature& text, const Signature& query) {
    return ((query[0] & ~text[0]) | (query[1] & ~text[1])) == 0;
}

/// Reads a search text without an index to ask.
///
/// forgive_vowels  whether skeletons of all names may match, not only where scripts meet
NameQuery read_query(std::string_view text, bool forgive_vowels);

}  // namespace homeward::identity

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace homeward {

using Bytes = std::vector<std::uint8_t>;

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. NUL counts as valid here.
bool is_utf8(std::string_view text);

/// Without white space at both ends; Unicode's too (no-break space, thin spaces, byte order mark).
std::string_view trim(std::string_view text);

/// One code point from the front of valid UTF-8, advancing `text`; U+FFFD for a stray byte.
char32_t next_code_point(std::string_view& text);
void append_utf8(std::string& out, char32_t code_point);
/// Number of code points.
std::size_t length_of(std::string_view utf8);

/// At most `most` code points of it, with an ellipsis when something was cut.
std::string shortened(std::string_view utf8, std::size_t most);

std::string to_hex(std::span<const std::uint8_t> bytes);
/// Nothing unless `text` is whole pairs of hexadecimal digits.
std::optional<Bytes> from_hex(std::string_view text);
/// RFC 4648 base64url without padding.
std::string to_base64url(std::span<const std::uint8_t> bytes);
/// Strict: no padding, no white space, no stray bits.
std::optional<Bytes> from_base64url(std::string_view text);

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::string_view> split(std::string_view text, char separator);

/// SHA-256.
std::array<std::uint8_t, 32> sha256(std::span<const std::uint8_t> bytes);
std::array<std::uint8_t, 32> sha256(std::string_view text);

}  // namespace homeward

#include "base/text.h"

#include <sodium.h>

#include <algorithm>

namespace homeward {
namespace {

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200d) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
           c == 0x2060 || c == 0x3000 || c == 0xfeff;
}

std::size_t sequence_length(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead <= 0xdf) return 2;
    if (lead >= 0xe0 && lead <= 0xef) return 3;
    if (lead >= 0xf0 && lead <= 0xf4) return 4;
    return 0;
}

/// The code point at the front and its length; length 0 when malformed.
std::pair<char32_t, std::size_t> decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::size_t n = sequence_length(byte(0));
    if (n == 0 || n > text.size()) return {0xfffd, 0};
    if (n == 1) return {byte(0), 1};
    char32_t c = byte(0) & (0xff >> (n + 1));
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return {0xfffd, 0};
        c = c << 6 | (byte(i) & 0x3f);
    }
    const bool overlong = (n == 3 && c < 0x800) || (n == 4 && c < 0x10000);
    if (overlong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return {0xfffd, 0};
    return {c, n};
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto n = decode(text).second;
        if (n == 0) return false;
        text.remove_prefix(n);
    }
    return true;
}

char32_t next_code_point(std::string_view& text) {
    const auto [c, n] = decode(text);
    text.remove_prefix(std::max<std::size_t>(n, 1));
    return c;
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (c & 0x3f));
    }
}

std::size_t length_of(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80; }));
}

std::string shortened(std::string_view utf8, std::size_t most) {
    std::string_view rest = utf8;
    for (std::size_t i = 0; i < most && !rest.empty(); ++i) next_code_point(rest);
    std::string out(utf8.substr(0, utf8.size() - rest.size()));
    if (!rest.empty()) out += "…";
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const auto [c, n] = decode(text);
        if (n == 0 || !is_space(c)) break;
        text.remove_prefix(n);
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<std::uint8_t>(text[start]) & 0xc0) == 0x80) --start;
        const auto [c, n] = decode(text.substr(start));
        if (n == 0 || !is_space(c)) break;
        text.remove_suffix(text.size() - start);
    }
    return text;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    constexpr char hex[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t b : bytes) {
        out += hex[b >> 4];
        out += hex[b & 15];
    }
    return out;
}

std::optional<Bytes> from_hex(std::string_view text) {
    Bytes out(text.size() / 2);
    std::size_t written = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 || sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &written, &end) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    return out;
}

std::string to_base64url(std::span<const std::uint8_t> bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
    out.pop_back();  // its NUL
    return out;
}

std::optional<Bytes> from_base64url(std::string_view text) {
    // libsodium 1.0.18 takes some bytes above 0x7f for letters of the alphabet.
    const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) > 0x7f; };
    if (std::any_of(text.begin(), text.end(), beyond_ascii)) return std::nullopt;
    Bytes out(text.size() * 3 / 4 + 1);
    std::size_t written = 0;
    const char* end = nullptr;
    if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &written, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    out.resize(written);
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::array<std::uint8_t, 32> sha256(std::span<const std::uint8_t> bytes) {
    std::array<std::uint8_t, 32> out;
    crypto_hash_sha256(out.data(), bytes.data(), bytes.size());
    return out;
}

std::array<std::uint8_t, 32> sha256(std::string_view text) { return sha256(bytes_of(text)); }

}  // namespace homeward

#include "tabular/text_source.h"

#include "base/text.h"

namespace homeward::tabular {

namespace {

using namespace std::string_view_literals;

constexpr auto utf8_mark = "\xEF\xBB\xBF"sv;
constexpr auto utf16le_mark = "\xFF\xFE"sv;
constexpr auto utf16be_mark = "\xFE\xFF"sv;

// windows-1251, 0x80 to 0xBF; from 0xC0 on the Russian letters follow in order. 0 stands for the one byte without
// a character. Source: Unicode's mapping table CP1251.TXT.
constexpr std::array<char16_t, 64> upper_half = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
    0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A,
    0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
    0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
    0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

char32_t from_windows1251(unsigned char byte) {
    if (byte < 0x80) return byte;
    if (byte >= 0xC0) return 0x0410 + (byte - 0xC0u);
    const char32_t code_point = upper_half[byte - 0x80u];
    return code_point ? code_point : TextSource::bad;
}

/// Length of the well-formed UTF-8 sequence at the front; 0 when there is none.
std::size_t sequence_length(std::string_view text) {
    for (const std::size_t length : {1u, 2u, 3u, 4u}) {
        if (length <= text.size() && is_utf8(text.substr(0, length))) return length;
    }
    return 0;
}

/// Whether more of the bytes beyond ASCII form UTF-8 than not: then it is UTF-8 with a damaged place.
bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) { ++at; continue; }
        const std::size_t length = sequence_length(bytes.substr(at));
        length ? ++good : ++wrong;
        at += length ? length : 1;
    }
    return good > wrong;
}

/// Russian and Turkic texts in Cyrillic: nearly all bytes beyond ASCII are letters, and the frequent letters are
/// frequent. Random bytes and other code pages fail one of the two.
bool reads_as_windows1251(std::string_view bytes) {
    constexpr auto frequent = "\xE0\xE5\xE8\xED\xEE\xF0\xF1\xF2\xEB\xE2\xFB\xE9\xC0\xC5\xC8\xCD\xCE\xD0\xD1\xD2"sv;
    std::size_t high = 0;
    std::size_t letters = 0;
    std::size_t common = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') return false;
        if (byte < 0x80) continue;
        if (from_windows1251(byte) == TextSource::bad) return false;
        ++high;
        letters += byte >= 0xC0 || byte == 0xA8 || byte == 0xB8;
        common += frequent.find(c) != std::string_view::npos;
    }
    return letters >= 8 && letters * 4 >= high * 3 && common * 3 >= letters;
}

/// Separators, digits and line ends have a zero byte in UTF-16, always on the same side.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto sample = bytes.substr(0, 8192);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t at = 0; at < sample.size(); ++at) zeros[at % 2] += sample[at] == 0;
    const std::size_t often = sample.size() / 16 + 2;
    if (zeros[1] > often && zeros[0] == 0) return Encoding::utf16le;
    if (zeros[0] > often && zeros[1] == 0) return Encoding::utf16be;
    return std::nullopt;
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) return Encoding::utf8_bom;
    if (bytes.starts_with(utf16le_mark)) return Encoding::utf16le_bom;
    if (bytes.starts_with(utf16be_mark)) return Encoding::utf16be_bom;
    if (const auto wide = unmarked_utf16(bytes)) return *wide;
    if (is_utf8(bytes) || mostly_utf8(bytes) || !reads_as_windows1251(bytes)) return Encoding::utf8;
    return Encoding::windows1251;
}

TextSource::TextSource(std::string_view bytes, Encoding encoding) : bytes_(bytes), encoding_(encoding) {
    if (encoding == Encoding::utf8_bom) at_ = utf8_mark.size();
    if (encoding == Encoding::utf16le_bom || encoding == Encoding::utf16be_bom) at_ = utf16le_mark.size();
    peeked_ = decode();
}

char32_t TextSource::decode() {
    if (at_ >= bytes_.size()) return end;
    switch (encoding_) {
        case Encoding::utf8:
        case Encoding::utf8_bom: return decode_utf8();
        case Encoding::utf16le:
        case Encoding::utf16le_bom:
        case Encoding::utf16be:
        case Encoding::utf16be_bom: return decode_utf16();
        case Encoding::windows1251: return from_windows1251(static_cast<unsigned char>(bytes_[at_++]));
    }
    return bad;
}

char32_t TextSource::decode_utf8() {
    if (static_cast<unsigned char>(bytes_[at_]) < 0x80) return static_cast<unsigned char>(bytes_[at_++]);
    const std::size_t length = sequence_length(bytes_.substr(at_));
    if (!length) return bad;
    auto sequence = bytes_.substr(at_, length);
    at_ += length;
    return next_code_point(sequence);
}

std::uint16_t TextSource::unit_at(std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes_[at]);
    const auto second = static_cast<unsigned char>(bytes_[at + 1]);
    return static_cast<std::uint16_t>(is_little() ? first | second << 8 : first << 8 | second);
}

char32_t TextSource::decode_utf16() {
    if (at_ + 1 >= bytes_.size()) return bad;
    const std::uint16_t unit = unit_at(at_);
    if (unit < 0xD800 || unit > 0xDFFF) {
        at_ += 2;
        return unit;
    }
    if (unit > 0xDBFF || at_ + 3 >= bytes_.size()) return bad;
    const std::uint16_t low = unit_at(at_ + 2);
    if (low < 0xDC00 || low > 0xDFFF) return bad;
    at_ += 4;
    return 0x10000u + ((unit - 0xD800u) << 10) + (low - 0xDC00u);
}

}  // namespace homeward::tabular

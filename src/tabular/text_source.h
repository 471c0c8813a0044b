#pragma once
// Text in one of the encodings that lists come in, as code points.

#include <string_view>

#include "tabular/table.h"

namespace homeward::tabular {

/// The encoding by byte order mark, else UTF-16 when every other byte is often nought, else UTF-8 when the bytes are,
/// else windows-1251 when they read as Russian letters do. Bytes that are neither count as UTF-8, so that reading them finds the place that is wrong.
Encoding detect_encoding(std::string_view bytes);

class TextSource {
public:
    static constexpr char32_t end = 0xFFFFFFFF;
    static constexpr char32_t bad = 0xFFFFFFFE;  ///< bytes that encode nothing; reading cannot go on

    TextSource(std::string_view bytes, Encoding encoding);

    char32_t next() {
        const char32_t code_point = peeked_;
        peeked_ = decode();
        return code_point;
    }
    char32_t peek() const { return peeked_; }

private:
    char32_t decode();
    char32_t decode_utf8();
    char32_t decode_utf16();
    bool is_little() const { return encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16le_bom; }
    std::uint16_t unit_at(std::size_t at) const;

    std::string_view bytes_;
    Encoding encoding_;
    std::size_t at_ = 0;
    char32_t peeked_ = end;
};

}  // namespace homeward::tabular

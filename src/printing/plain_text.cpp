#include "printing/plain_text.h"

#include "base/text.h"

namespace homeward::printing {

namespace {

bool is_dropped(char32_t c) {
    const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
    const bool override = c == 0x202D || c == 0x202E;
    return control || override || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool belongs_to_address(char c) {
    constexpr std::string_view others = "-._~:/?#[]@!$&*+,;=%";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           others.find(c) != std::string_view::npos;
}

}  // namespace

std::string plain(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (text.starts_with("\r\n")) text.remove_prefix(1);
        const char32_t c = next_code_point(text);
        if (c == U'\r' || c == 0x2028 || c == 0x2029 || c == 0x85) out += '\n';
        else if (c == 0xFFFE || c == 0xFFFF) append_utf8(out, U'\uFFFD');
        else if (!is_dropped(c)) append_utf8(out, c);
    }
    return out;
}

std::vector<Link> links_of(std::string_view text) {
    std::vector<Link> links;
    for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
        const auto rest = text.substr(at);
        const std::size_t scheme = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
        if (!scheme) continue;
        std::size_t end = at + scheme;
        while (end < text.size() && belongs_to_address(text[end])) ++end;
        while (end > at + scheme && std::string_view(".,;:!?]").find(text[end - 1]) != std::string_view::npos) --end;
        if (end == at + scheme) continue;
        links.push_back({at, end});
        at = end - 1;
    }
    return links;
}

std::vector<std::string> parts_of(const std::string& text, std::size_t most) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (text.size() - from > most) {
        std::size_t to = text.find_last_of(" \n", from + most);
        const bool word_ends = to != std::string::npos && to > from + most / 2;
        if (!word_ends) {
            to = from + most;
            while ((static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) --to;
        }
        parts.push_back(text.substr(from, to - from));
        from = to + (word_ends ? 1 : 0);
    }
    parts.push_back(text.substr(from));
    return parts;
}

}  // namespace homeward::printing

#include "search/spelling.h"

#include "base/letters.h"
#include "base/text.h"

namespace homeward::search {
namespace {

/// Where a text needs more difference than a name, whose letter table makes ы and и one.
std::string_view special(char32_t letter) {
    switch (letter) {
        case U'ы': case U'й': case U'ý': case U'ÿ': return "y";
        case U'ю': return "yu";
        case U'я': return "ya";
        case U'щ': return "xq";
        default: return {};
    }
}

/// Two Latin letters that are one of Cyrillic; as the code of it, or nothing.
char digraph(char32_t first, char32_t second) {
    if (second != U'h') return 0;
    switch (first) {
        case U's': return 'x';
        case U'c': return 'q';
        case U'z': return 'j';
        case U'k': return 'h';
        case U'g': return 'g';
        default: return 0;
    }
}

/// The codes of the letter table as ours.
void append_codes(std::string& out, std::string_view spelled) {
    for (const char c : spelled) {
        if (c == 'X') out += 'x';
        else if (c == 'C') out += 'q';
        else if (c == 'J') out += 'j';
        else if (c == 'W') out += 'o';
        else out += c;
    }
}

/// One letter for those that Arabic and Persian keyboards give twice.
char32_t one_arabic(char32_t c) {
    switch (c) {
        case U'أ': case U'إ': case U'آ': case U'ٱ': return U'ا';
        case U'ى': case U'ي': return U'ی';
        case U'ك': return U'ک';
        case U'ة': return U'ه';
        default: return c;
    }
}

void append_letter(std::string& out, char32_t c) {
    if (const auto own = special(c); !own.empty()) {
        out += own;
        return;
    }
    if (const Script script = script_of(c); script == Script::latin || script == Script::cyrillic) {
        if (const auto spelled = latin_of(c); spelled.data() != nullptr) {
            append_codes(out, spelled);
            return;
        }
    }
    append_utf8(out, one_arabic(c));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
}

}  // namespace

std::string key_of(std::u32string_view word) {
    std::string out;
    out.reserve(word.size() + 8);
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (const char code = at + 1 < word.size() ? digraph(word[at], word[at + 1]) : '\0') {
            out += code;
            ++at;
        } else {
            append_letter(out, word[at]);
        }
    }
    if (out.find_first_of("jy") != out.npos) {
        replace_all(out, "dj", "j");
        replace_all(out, "yo", "e");
        replace_all(out, "ye", "e");
    }
    return out;
}

}  // namespace homeward::search

#include "search/words.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <stdexcept>

#include "base/text.h"

namespace homeward::search {
namespace {

constexpr std::size_t kLongest = 96;  ///< bytes of a token; nobody searches for more of one word

const icu::Normalizer2& casefolder() {
    static const icu::Normalizer2* found = [] {
        UErrorCode status = U_ZERO_ERROR;
        const auto* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC case folding");
        return instance;
    }();
    return *found;
}

std::string folded(std::string_view word) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    casefolder().normalizeUTF8(0, icu::StringPiece(word.data(), static_cast<int>(word.size())), sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not fold a text");
    return out;
}

/// Keeps what a token may hold: the space after folding and the signs of marks must not come in.
std::string token_of(std::string_view word) {
    std::string out;
    std::string_view rest = word;
    while (!rest.empty() && out.size() < kLongest) {
        const char32_t c = next_code_point(rest);
        if (u_isalnum(static_cast<UChar32>(c))) append_utf8(out, c);
    }
    return out;
}

}  // namespace

bool WordReader::next(Word& word) {
    for (;;) {
        std::string_view rest = text_.substr(at_);
        std::size_t begin = text_.size(), end = text_.size();
        while (!rest.empty()) {
            const std::size_t here = text_.size() - rest.size();
            const bool inside = u_isalnum(static_cast<UChar32>(next_code_point(rest)));
            if (inside && begin == text_.size()) begin = here;
            if (!inside && begin != text_.size()) {
                end = here;
                break;
            }
        }
        at_ = end;
        if (begin == text_.size()) return false;
        word.begin = begin;
        word.end = end;
        word.exact = token_of(folded(text_.substr(begin, end - begin)));
        word.stem = word.exact;
        if (!word.exact.empty()) return true;
    }
}

std::string cleaned(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        append_utf8(out, c == 0 ? U' ' : c);
    }
    return out;
}

}  // namespace homeward::search

#include "base/text.h"
#include "base/letters.h"
#include "identity/person_likeness.h"

#include <unicode/uchar.h>

namespace homeward::identity {
namespace {

/// The Latin capital that looks like a Cyrillic one, as series of documents are printed; itself if none.
char32_t latin_twin(char32_t capital) {
    constexpr std::u32string_view from = U"АВЕКМНОРСТУХІЅЈ", to = U"ABEKMHOPCTYXISJ";
    const auto at = from.find(capital);
    return at == from.npos ? capital : to[at];
}

}  // namespace

std::string document_key(std::string_view number) {
    std::string key;
    bool digit = false;
    while (!number.empty()) {
        const auto c = static_cast<UChar32>(next_code_point(number));
        if (const int value = u_charDigitValue(c); value >= 0) {
            key += static_cast<char>('0' + value);
            digit = true;
        } else if (u_isalpha(c)) {
            append_utf8(key, latin_twin(static_cast<char32_t>(u_toupper(c))));
        }
    }
    return digit ? key : std::string{};
}

}  // namespace homeward::identity

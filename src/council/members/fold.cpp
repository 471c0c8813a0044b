#include "council/members/fold.h"

#include <unicode/coll.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/json.h"

namespace homeward::council {
namespace {

using icu::UnicodeString;

std::unique_ptr<icu::Transliterator> make_latin() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> latin(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no transliteration into Latin");
    return latin;
}

const icu::Collator& collator_of(const std::string& language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<icu::Collator>> kept;
    const std::lock_guard lock(mutex);
    auto& collator = kept[language];
    if (!collator) {
        UErrorCode status = U_ZERO_ERROR;
        collator.reset(icu::Collator::createInstance(icu::Locale(language.c_str()), status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation");
    }
    return *collator;
}

}  // namespace

std::string folded(std::string_view text) {
    static const auto latin = make_latin();
    UnicodeString value = UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    latin->transliterate(value);
    std::string ascii, out;
    value.toUTF8String(ascii);
    bool apart = false;
    for (const char c : ascii) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        // An apostrophe belongs to its word: oʻzbek is ozbek.
        if (!kept && (c == '\'' || c == '`')) continue;
        if (!kept) {
            apart = !out.empty();
            continue;
        }
        if (apart) out += ' ';
        apart = false;
        out += c;
    }
    return out;
}

std::string folded_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string all = folded(text);
    for (const auto word : split(all, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return json::write(words);
}

Bytes sort_key(std::string_view text, std::string_view language) {
    const UnicodeString value = UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const auto& collator = collator_of(std::string(language));
    Bytes key(static_cast<std::size_t>(collator.getSortKey(value, nullptr, 0)));
    collator.getSortKey(value, key.data(), static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace homeward::council

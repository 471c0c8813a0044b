#include "council/members/fold.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "base/json.h"
#include "search/words.h"

namespace homeward::council {
namespace {

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

std::vector<std::string> words_of_text(std::string_view text) {
    std::vector<std::string> words;
    search::WordReader reader(text);
    for (search::Word word; reader.next(word);) words.push_back(word.exact);
    return words;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (const auto& word : words_of_text(text)) out += ' ' + word;
    return out;
}

std::string folded_words(std::string_view text) {
    std::vector<std::string> words;
    for (const auto& word : words_of_text(text)) words.push_back(' ' + word);
    return json::write(words);
}

Bytes sort_key(std::string_view text, std::string_view language) {
    const icu::UnicodeString value = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const auto& collator = collator_of(std::string(language));
    Bytes key(static_cast<std::size_t>(collator.getSortKey(value, nullptr, 0)));
    collator.getSortKey(value, key.data(), static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace homeward::council

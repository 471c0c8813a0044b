#include "identity/sort_key.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace homeward::identity {
namespace {

constexpr std::size_t most_input = 256;  // bytes; their key is always longer than what we keep, or whole

std::unique_ptr<icu::Collator> make_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("ru"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation for Russian");
    return collator;
}

}  // namespace

std::string sort_key(std::string_view text) {
    thread_local const std::unique_ptr<icu::Collator> collator = make_collator();
    const std::string_view head = text.substr(0, most_input);
    const auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(head.data(), static_cast<int>(head.size())));
    std::array<std::uint8_t, most_input * 12> buffer;
    const int length = collator->getSortKey(unicode, buffer.data(), static_cast<int>(buffer.size()));
    if (length <= 0 || static_cast<std::size_t>(length) > buffer.size()) throw std::runtime_error("ICU could not make a sort key");
    // The last byte is a NUL, which memcmp does not need.
    const auto kept = std::min(static_cast<std::size_t>(length - 1), longest_sort_key);
    return {reinterpret_cast<const char*>(buffer.data()), kept};
}

}  // namespace homeward::identity

#include "council/reports/indicator_words.h"

#include "base/json.h"
#include "base/text.h"

namespace homeward::council {

std::string indicator_word(std::string_view language, std::string_view path) {
    static const auto english = json::parse(shipped_indicators_en()).value();
    static const auto russian = json::parse(shipped_indicators_ru()).value();
    const boost::json::value* at = language == "ru" ? &russian : &english;
    for (const auto part : split(path, '.')) {
        const auto* object = at->if_object();
        at = object ? object->if_contains(part) : nullptr;
        if (!at) break;
    }
    if (at && at->is_string()) return std::string(at->get_string());
    return std::string(path.substr(path.rfind('.') + 1));
}

}  // namespace homeward::council

#include "statistics/returns/formats/return_words.h"

#include <algorithm>
#include <stdexcept>

#include "base/json.h"
#include "base/text.h"

namespace homeward::statistics {
namespace {

const boost::json::value& catalogue(std::string_view language, std::string_view name) {
    static const std::map<std::string, boost::json::value, std::less<>> all{
        {"en.indicators", json::parse(shipped_indicators_en()).value()}, {"ru.indicators", json::parse(shipped_indicators_ru()).value()},
        {"en.pictures", json::parse(shipped_pictures_en()).value()},     {"ru.pictures", json::parse(shipped_pictures_ru()).value()},
        {"en.common", json::parse(shipped_common_en()).value()},         {"ru.common", json::parse(shipped_common_ru()).value()}};
    const auto found = all.find((language == "ru" ? "ru." : "en.") + std::string(name));
    if (found == all.end()) throw std::logic_error("a word of a catalogue that is not compiled in");
    return found->second;
}

}  // namespace

std::string page_word(std::string_view language, std::string_view path) {
    const auto parts = split(path, '.');
    const boost::json::value* at = &catalogue(language, parts.front());
    for (std::size_t i = 1; at && i < parts.size(); ++i) {
        const auto* object = at->if_object();
        at = object ? object->if_contains(parts[i]) : nullptr;
    }
    return at && at->is_string() ? std::string(at->get_string()) : std::string();
}

std::string readable_code(std::string code) {
    constexpr std::size_t state = 3;  // `uz-`
    if (code.size() > state && code[2] == '-' && code[0] >= 'a' && code[0] <= 'z') code.erase(0, state);
    std::ranges::replace(code, '_', ' ');
    if (!code.empty() && code[0] >= 'a' && code[0] <= 'z') code[0] = static_cast<char>(code[0] - 'a' + 'A');
    return code;
}

std::string ReturnWords::indicator(const std::string& key, const std::string& part) const {
    return found("indicators.indicator." + key + "." + part, part == "name" ? readable_code(key) : "");
}

std::string ReturnWords::population(const std::string& key) const { return found("indicators.population." + key, readable_code(key)); }
std::string ReturnWords::classification(const std::string& key) const { return found("indicators.classification." + key + ".name", readable_code(key)); }

std::string ReturnWords::category(const std::string& classification, const std::string& key) const {
    return found("indicators.classification." + classification + "." + key, readable_code(key));
}

std::string ReturnWords::state(const std::string& code) const { return found("common.country." + code, code); }
std::string ReturnWords::role(const std::string& key) const { return found("pictures.paper.role." + key, readable_code(key)); }

std::string ReturnWords::text(const std::string& key) const {
    auto word = page_word(language_, "pictures.paper." + key);
    if (word.empty()) throw std::logic_error("no word for " + key + " on paper");
    return word;
}

std::string ReturnWords::found(const std::string& path, const std::string& otherwise) const {
    auto word = page_word(language_, path);
    return word.empty() ? otherwise : word;
}

}  // namespace homeward::statistics

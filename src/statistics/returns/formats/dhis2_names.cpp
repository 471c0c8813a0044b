#include "statistics/returns/formats/dhis2_names.h"

#include <array>

#include "base/text.h"
#include "statistics/returns/formats/dhis2_json.h"

namespace homeward::statistics {

std::string dhis2_uid(std::string_view kind, std::string_view name) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static constexpr std::size_t only_letters = 52, length = 11;
    const auto digest = sha256("homeward:" + std::string(kind) + ":" + std::string(name));
    std::string uid;
    for (std::size_t i = 0; i < length; ++i) {
        const unsigned word = digest[2 * i] * 256u + digest[2 * i + 1];
        uid += letters[word % (i == 0 ? only_letters : letters.size())];
    }
    return uid;
}

namespace dhis2 {

std::string org_unit_name(const std::string& state, const std::optional<std::string>& region) { return region ? state + ": " + *region : state; }

Categories categories_of(const Observation& one) {
    Categories categories = one.categories;
    categories.erase("region");
    return categories;
}

std::string classification_names(const Categories& categories) {
    std::string names;
    for (const auto& [classification, category] : categories) names += (names.empty() ? "" : ", ") + classification;
    return names;
}

std::string element_name(const DefinitionRef& definition, const Categories& categories) {
    const std::string by = classification_names(categories);
    return definition.indicator + ", version " + std::to_string(definition.version) + (by.empty() ? "" : ", by " + by);
}

std::string option_combo_name(const Categories& categories) {
    std::string name;
    for (const auto& [classification, category] : categories) name += (name.empty() ? "" : ", ") + classification + ": " + category;
    return name;
}

std::string org_unit_uid(const std::string& state, const std::optional<std::string>& region) { return dhis2_uid("org_unit", org_unit_name(state, region)); }
std::string element_uid(const DefinitionRef& definition, const Categories& categories) { return dhis2_uid("data_element", element_name(definition, categories)); }

std::string category_combo_uid(const Categories& categories) {
    return categories.empty() ? default_category_combo : dhis2_uid("category_combo", classification_names(categories));
}

std::string option_combo_uid(const Categories& categories) {
    return categories.empty() ? default_option_combo : dhis2_uid("option_combo", option_combo_name(categories));
}

std::string data_set_uid() { return dhis2_uid("data_set", "annual_return"); }

}  // namespace dhis2
}  // namespace homeward::statistics

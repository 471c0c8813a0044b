#include "council/text_rules.h"

#include "base/text.h"

namespace homeward::council {

Done check_optional_text(std::string_view text, std::size_t most, const char* field) {
    if (length_of(text) > most) return invalid("council.text_long", field, {{"most", std::to_string(most)}});
    return {};
}

Done check_text(std::string_view text, std::size_t most, const char* field) {
    if (trim(text).empty()) return invalid("council.text_missing", field);
    return check_optional_text(text, most, field);
}

Done check_link(std::string_view link, const char* field) {
    TRY(check_optional_text(link, 1000, field));
    const bool bare = link.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
    if (!link.empty() && (!bare || !(link.starts_with("https://") || link.starts_with("http://")))) return invalid("council.link", field);
    return {};
}

}  // namespace homeward::council

#include "council/requests.h"

#include <limits>

namespace homeward::council {

std::string text_query(const http::Request& request, std::string_view name) { return std::string(request.query(name).value_or("")); }

std::string language_of(const access::Work& work, const http::Request& request) {
    if (auto asked = text_query(request, "language"); !asked.empty()) return asked;
    return work.actor.language.empty() ? "en" : work.actor.language;
}

std::string paper_language(const http::Request& request) { return text_query(request, "language") == "ru" ? "ru" : "en"; }

Result<int> version_in(std::optional<int> given) {
    if (!given) return invalid("json.missing", "version");
    if (*given < 1) return invalid("http.out_of_range", "version", {{"min", "1"}, {"max", std::to_string(std::numeric_limits<int>::max())}});
    return *given;
}

}  // namespace homeward::council

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace homeward::http {

/// One request, as a handler sees it. Text has been decoded and is valid UTF-8, the body excepted.
struct Request {
    std::string method;  ///< GET, POST, PUT, PATCH or DELETE; a HEAD arrives as GET
    std::string path;    ///< decoded, without the query: `/api/persons/0190…`
    std::map<std::string, std::string> path_parameters;   ///< by the names in the route's braces
    std::map<std::string, std::string> query_parameters;  ///< a name given twice was refused before
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
    std::string body;
    std::string client_address;  ///< textual IP address, without port
    std::string session_token;   ///< raw token of the session cookie; empty when there is none
    std::string id;              ///< of this request, in logs and in `X-Request-Id`

    /// The value of a header, its name in lower case; the first when repeated, empty when absent.
    std::string_view header(std::string_view name) const;
    /// `text/csv` of `Content-Type: Text/CSV; charset=utf-8`; empty when absent.
    std::string content_type() const;

    /// A parameter of the path; throws std::logic_error when the route's pattern has no such name.
    const std::string& path_parameter(std::string_view name) const;
    /// A parameter of the query; nothing when absent. `?q=` gives the empty text.
    std::optional<std::string_view> query(std::string_view name) const;
};

/// `?limit=50`; `fallback` when absent.
/// errors    invalid `http.not_a_number`, `http.out_of_range` (params `min`, `max`)
Result<int> int_query(const Request& request, std::string_view name, int fallback, int min, int max);
/// `?open=true`; `fallback` when absent.
/// errors    invalid `http.not_a_boolean`
Result<bool> bool_query(const Request& request, std::string_view name, bool fallback);
/// `?from=2024-05-14`; nothing when absent or empty.
/// errors    invalid `http.not_a_date`
Result<std::optional<Date>> date_query(const Request& request, std::string_view name);
/// `?stage=a,b` as its parts, empty ones left out; none when absent.
std::vector<std::string> list_query(const Request& request, std::string_view name);

/// An id in the path: `id_of<PersonId>(request, "person_id")`.
/// errors    not_found `http.no_such_id` for a text that cannot be one
template <class IdT>
Result<IdT> id_of(const Request& request, std::string_view name) {
    const auto id = IdT::parse(request.path_parameter(name));
    if (!id) return not_found("http.no_such_id");
    return *id;
}

/// An id in the query; nothing when absent or empty.
/// errors    invalid `http.not_an_id`
template <class IdT>
Result<std::optional<IdT>> id_query(const Request& request, std::string_view name) {
    const auto text = request.query(name);
    if (!text || text->empty()) return std::optional<IdT>();
    const auto id = IdT::parse(*text);
    if (!id) return invalid("http.not_an_id", std::string(name));
    return id;
}

}  // namespace homeward::http

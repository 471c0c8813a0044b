#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace homeward::http {

/// The target of a request line, taken apart and decoded.
struct Target {
    std::vector<std::string> segments;  ///< of the path; none for `/`, a last empty one for `/a/`
    std::map<std::string, std::string> query;

    /// The decoded path, `/api/persons`.
    std::string path() const;
};

/// Reads an origin-form target (RFC 9112 §3.2.1). Strict: no segment `.` or `..`, no encoded slash, backslash or
/// control character, valid UTF-8 throughout, each name of the query once, at most 100 of them.
///
/// errors    invalid `http.bad_target`, `http.repeated_parameter`
Result<Target> parse_target(std::string_view target);

}  // namespace homeward::http

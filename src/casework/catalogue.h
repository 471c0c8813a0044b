#pragma once

#include <string_view>
#include <vector>

namespace homeward::casework {

/// Codes of the services that a plan may promise, in the words of the States' own programmes. Labels are
/// `services.catalogue.<code>` in the front end's catalogues.
/// source    the Council's founding documents on what returnees were given (UzDaily, 13 May 2024)
const std::vector<std::string_view>& catalogue();
bool in_catalogue(std::string_view service);

}  // namespace homeward::casework

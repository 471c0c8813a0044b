#pragma once

#include <string_view>

namespace homeward::services {

/// config/reintegration-survey.json, as it was when this program was built.
std::string_view shipped_survey();

}  // namespace homeward::services

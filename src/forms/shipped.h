#pragma once

#include <string_view>
#include <vector>

#include "access/work.h"

namespace homeward::forms {

/// config/forms/*.json, as they were when this program was built.
std::vector<std::string_view> shipped_forms();

/// Puts the shipped forms that an installation does not have into use, as published version 1. One that was retired, or changed
/// in versions of its own, stays as it is. Throws std::runtime_error when one of them could not be published.
void install_shipped(access::Work& work);

}  // namespace homeward::forms

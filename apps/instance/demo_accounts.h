#pragma once

#include <string>
#include <vector>

#include "access/accounts.h"

namespace homeward::apps {

/// The sign-ins of a demo region: one for each role, the same on each run. `homeward-admin create` makes none of them.
std::vector<access::NewAccount> demo_accounts(const std::string& instance_code, const std::string& first_region);

}  // namespace homeward::apps

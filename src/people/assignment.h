#pragma once

#include <string>
#include <vector>

#include "access/actor.h"
#include "store/connection.h"

namespace homeward::people {

/// Who may be made the social worker of somebody in a region: social workers and supervisors of that region or of
/// the whole State; anywhere when the region is not known (empty).
std::vector<access::Actor> assignable_workers(store::Connection& db, const std::string& region);

}  // namespace homeward::people

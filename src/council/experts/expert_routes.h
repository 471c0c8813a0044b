#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// The roster of experts, and invitations from it.
void expert_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

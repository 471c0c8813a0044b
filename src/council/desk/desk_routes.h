#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// What waits for whoever is signed in.
void desk_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// The bodies that make the Council and surround it.
void member_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

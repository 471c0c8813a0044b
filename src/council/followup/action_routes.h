#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Action items: lists, roll-ups, what the secretariat changes, and reports of owners without a node in use.
void action_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

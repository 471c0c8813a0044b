#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Decisions. No route adopts one under silence: that is the calendar's.
void decision_routes(http::Router& router, const Program& program);
void decision_write_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Decisions, and the actions that follow from them.
void decision_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

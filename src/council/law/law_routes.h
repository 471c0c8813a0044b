#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// The comparison of law, topic by State, as it stood on any day.
void law_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

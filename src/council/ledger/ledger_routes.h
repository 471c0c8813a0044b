#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// The joint ledger, open to all, and the public figures that the secretariat adds to it.
void ledger_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

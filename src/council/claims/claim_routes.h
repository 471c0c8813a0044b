#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Public figures are published and withdrawn; everybody reads them by `public_routes`.
void claim_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

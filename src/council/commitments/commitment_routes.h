#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Commitments and what States do about them; initiatives and their gaps.
void commitment_routes(http::Router& router, const Program& program);
void initiative_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

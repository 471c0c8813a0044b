#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// The bodies that make the Council and surround it, and all that follows from them.
void member_routes(http::Router& router, const Program& program);

// Its parts, which it adds itself.
void membership_routes(http::Router& router, const Program& program);
void appointment_routes(http::Router& router, const Program& program);
void agreement_routes(http::Router& router, const Program& program);
void overview_routes(http::Router& router, const Program& program);
void account_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// All that there is about sessions; the lines below are its parts.
void meeting_routes(http::Router& router, const Program& program);

void session_routes(http::Router& router, const Program& program);
void agenda_routes(http::Router& router);
void registration_routes(http::Router& router);
void minutes_routes(http::Router& router);
void visit_routes(http::Router& router);
void group_routes(http::Router& router);
/// Papers and calendars, and what is open to everybody.
void session_file_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

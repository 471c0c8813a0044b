#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Sessions and their agendas.
void meeting_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

void report_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

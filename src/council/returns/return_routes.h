#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// For members: which returns came, from whom, and whether their signatures hold.
void return_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

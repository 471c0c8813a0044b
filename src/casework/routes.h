#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

/// Case files, needs, plans, visits, closures. `people` outlives the router.
void routes(http::Router& router, people::Register& people);

}  // namespace homeward::casework

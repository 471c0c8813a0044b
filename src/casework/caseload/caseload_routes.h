#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

void caseload_routes(http::Router& router, people::Register& people);

}  // namespace homeward::casework

#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

void conference_routes(http::Router& router, const people::Register& people);

}  // namespace homeward::casework

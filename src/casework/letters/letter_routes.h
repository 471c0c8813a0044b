#pragma once

#include "access/works.h"
#include "http/router.h"

namespace homeward::casework {

/// Letters about a person, made from templates. `works` outlives the router.
void letter_routes(http::Router& router, access::Works& works);

}  // namespace homeward::casework

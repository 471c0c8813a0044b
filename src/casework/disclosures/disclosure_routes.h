#pragma once

#include "access/works.h"
#include "http/router.h"

namespace homeward::casework {

/// Lawful orders. `works` outlives the router.
void disclosure_routes(http::Router& router, access::Works& works);

}  // namespace homeward::casework

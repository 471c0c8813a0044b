#pragma once

#include "access/works.h"
#include "http/router.h"

namespace homeward::casework {

/// Files of a case file. `works` outlives the router.
void attachment_routes(http::Router& router, access::Works& works);

}  // namespace homeward::casework

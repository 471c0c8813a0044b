#pragma once

#include "http/router.h"
#include "statistics/returns/return_desk.h"

namespace homeward::statistics {

/// The year's return at a node. `works` and `desk` outlive the router.
void return_routes(http::Router& router, access::Works& works, ReturnDesk& desk);

}  // namespace homeward::statistics

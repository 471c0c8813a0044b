#pragma once

#include "http/router.h"
#include "statistics/returns/annual_return.h"

namespace homeward::statistics {

/// The year's return at a node. `works` and `exchange` outlive the router.
///
/// state   `UZ`
void return_routes(http::Router& router, access::Works& works, exchange::Exchange& exchange, std::string state, FactSource facts);

}  // namespace homeward::statistics

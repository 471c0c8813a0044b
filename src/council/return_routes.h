#pragma once

#include "exchange/exchange.h"
#include "http/router.h"

namespace homeward::council {

/// For members: which returns came, from whom, and whether their signatures hold. `exchange` outlives the router.
void return_routes(http::Router& router, const exchange::Exchange& exchange);

}  // namespace homeward::council

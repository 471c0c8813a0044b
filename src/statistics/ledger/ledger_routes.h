#pragma once

#include "exchange/exchange.h"
#include "http/router.h"

namespace homeward::statistics {

/// A node's copy of the joint ledger, and what of its own still waits or was refused.
void node_ledger_routes(http::Router& router, const exchange::Exchange& exchange);

}  // namespace homeward::statistics

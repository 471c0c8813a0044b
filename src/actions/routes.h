#pragma once

#include "actions/action.h"
#include "http/router.h"

namespace homeward::actions {

/// At a node: the Council's action items for this State, and reports on them. `exchange` outlives the router.
void node_routes(http::Router& router, exchange::Exchange& exchange);

}  // namespace homeward::actions

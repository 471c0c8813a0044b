#pragma once

#include "exchange/exchange.h"
#include "http/router.h"
#include "store/migrate.h"

namespace homeward::council {

/// Sessions, decisions, actions, claims, received returns; and the public dashboard. `exchange` outlives the router.
void routes(http::Router& router, exchange::Exchange& exchange);

std::vector<store::Migration> schema();

}  // namespace homeward::council

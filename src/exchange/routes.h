#pragma once

#include "exchange/exchange.h"
#include "http/router.h"
#include "http/server.h"

namespace homeward::exchange {

/// POST /exchange/messages: one message from a member; open, since its signature is its pass.
/// GET /api/exchange/state: how it stands, for the operator.
///
/// The router keeps references to `exchange` and `works`.
void add_routes(http::Router& router, Exchange& exchange, access::Works& works);

/// `homeward_exchange_…` of /metrics.
void add_metrics(http::Metrics& metrics, Exchange& exchange);

}  // namespace homeward::exchange

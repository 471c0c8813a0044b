#pragma once

#include <string>
#include <vector>

#include "council/ids.h"
#include "exchange/exchange.h"
#include "statistics/release_json.h"

namespace homeward::council {

/// A State's return for a year, as it was received.
struct ReceivedRelease {
    ReleaseId id;
    std::string state;  ///< member: uz
    Instant received_at;
    statistics::Release release;
};

/// Takes `release` messages: each is read strictly, and only a State's own return is taken from it.
void serve_releases(exchange::Exchange& exchange);

/// The newest release of each State and year, by year downwards, then State.
std::vector<ReceivedRelease> list_releases(store::Connection& db);

}  // namespace homeward::council

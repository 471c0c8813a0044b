#pragma once

#include <string>
#include <vector>

#include "council/ids.h"
#include "exchange/exchange.h"
#include "statistics/returns/release_json.h"

namespace homeward::council {

/// That a State's return for a year was received.
///
/// state     member: uz
/// current   no later release of the same State and year has come
struct ReceivedRelease {
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    Instant received_at;
    bool current = true;
};

/// Takes `release` messages: each is read strictly, and only a State's own return is taken from it.
/// Refusals: those of statistics::read_release; `release.not_yours`, `release.two_signatures`, `release.reference_date`.
void serve_releases(exchange::Exchange& exchange);

/// By year downwards, then State, then newest first. A later release takes the place of an earlier one, which stays.
std::vector<ReceivedRelease> list_releases(store::Connection& db);

/// What the State released, as it wrote it.
/// errors    not_found `release.not_found`
Result<std::string> get_payload(store::Connection& db, ReleaseId id);
/// The same, read. Throws std::runtime_error when what was kept does not read any more.
Result<statistics::Release> get_release(store::Connection& db, ReleaseId id);

}  // namespace homeward::council

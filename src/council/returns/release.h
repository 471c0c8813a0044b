#pragma once

#include <optional>
#include <string>
#include <vector>

#include "council/ids.h"
#include "exchange/exchange.h"
#include "statistics/returns/release_json.h"

namespace homeward::council {

/// That a State's return for a year was received.
///
/// state     member: uz
/// current   it stands: no later release of the same State and year has come, and it was not withdrawn
struct ReceivedRelease {
    /// Taken back by its State, which says why. What it showed everybody has seen.
    struct Withdrawn {
        Instant at;
        std::string reason;
    };
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    Instant received_at;
    bool current = true;
    std::optional<Withdrawn> withdrawn = {};
};

/// By year downwards, then State, then newest first. A later release takes the place of an earlier one, which stays.
std::vector<ReceivedRelease> list_releases(store::Connection& db);

/// What the State released, as it wrote it.
/// errors    not_found `release.not_found`
Result<std::string> get_payload(store::Connection& db, ReleaseId id);
/// The same, read. Throws std::runtime_error when what was kept does not read any more.
Result<statistics::Release> get_release(store::Connection& db, ReleaseId id);

}  // namespace homeward::council

#include "council/returns/release.h"

#include <stdexcept>

namespace homeward::council {

std::vector<ReceivedRelease> list_releases(store::Connection& db) {
    std::vector<ReceivedRelease> releases;
    for (const auto row : db.query("SELECT id, state, year, reference_date, received_at, withdrawn_at, withdrawn_reason FROM releases"
                                   " ORDER BY year DESC, state, received_at DESC, id DESC")) {
        ReceivedRelease release{row.get<ReleaseId>(0), std::string(row.text(1)), row.get<int>(2), row.get<Date>(3), row.get<Instant>(4), true, {}};
        if (const auto at = row.get<std::optional<Instant>>(5)) release.withdrawn = ReceivedRelease::Withdrawn{*at, row.get<std::string>(6)};
        // An earlier one stays replaced when the later is withdrawn: its State has said that it is wrong.
        const bool newest = releases.empty() || releases.back().state != release.state || releases.back().year != release.year;
        release.current = newest && !release.withdrawn;
        releases.push_back(std::move(release));
    }
    return releases;
}

Result<std::string> get_payload(store::Connection& db, ReleaseId id) {
    auto payload = db.query("SELECT payload FROM releases WHERE id = $1", id).value<std::string>();
    if (!payload) return not_found("release.not_found");
    return std::move(*payload);
}

Result<statistics::Release> get_release(store::Connection& db, ReleaseId id) {
    auto release = statistics::read_release(TRY(get_payload(db, id)));
    if (!release) throw std::runtime_error("a stored release does not read: " + release.error().key);
    return release;
}

}  // namespace homeward::council

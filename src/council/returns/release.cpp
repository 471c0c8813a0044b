#include "council/returns/release.h"

#include <stdexcept>

namespace homeward::council {
namespace {

using access::Work;

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

Done take_release(Work& work, const exchange::Incoming& message) {
    const auto release = TRY(statistics::read_release(message.payload));
    // A State speaks of its own numbers, and of no other's.
    if (lower(release.state) != message.from) return forbidden("release.not_yours");
    // Two people of the State stand behind a number before it is anybody's to see.
    if (release.sign_offs.size() < 2) return invalid("release.two_signatures", "sign_offs");
    if (release.reference_date.year != release.year || work.today() < release.reference_date) {
        return invalid("release.reference_date", "reference_date");
    }
    work.db.run("INSERT INTO releases (id, state, year, reference_date, payload, message, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                message.id, message.from, release.year, release.reference_date, message.payload, message.text, work.now);
    work.record({"release.received", "release", message.id.str(), {}, {{"state", message.from}, {"year", std::to_string(release.year)}}});
    return {};
}

}  // namespace

void serve_releases(exchange::Exchange& exchange) { exchange.serve("release", take_release); }

std::vector<ReceivedRelease> list_releases(store::Connection& db) {
    std::vector<ReceivedRelease> releases;
    for (const auto row : db.query("SELECT id, state, year, reference_date, received_at FROM releases"
                                   " ORDER BY year DESC, state, received_at DESC, id DESC")) {
        ReceivedRelease release{row.get<ReleaseId>(0), std::string(row.text(1)), row.get<int>(2), row.get<Date>(3), row.get<Instant>(4), true};
        release.current = releases.empty() || releases.back().state != release.state || releases.back().year != release.year;
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

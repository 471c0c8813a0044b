#include "council/returns/evidence.h"

#include "statistics/ledger/entry.h"

namespace homeward::council {
namespace {

/// The tables that a message brought: those of its entry, or by themselves in messages of the first version.
std::string released_in(const exchange::Message& message) {
    if (message.claims.type == "release@1.0") return *message.payload;
    const auto whole = statistics::read_signed(*message.payload);
    return whole && whole->entry.release ? statistics::write_release(*whole->entry.release) : std::string();
}

}  // namespace

Result<Evidence> check_evidence(store::Connection& db, const exchange::Exchange& exchange, const ReceivedRelease& release) {
    const auto text = db.query("SELECT message FROM releases WHERE id = $1", release.id).value<std::string>();
    if (!text) return not_found("release.not_found");
    Evidence evidence;
    evidence.hash = exchange::hash_of(*text);
    const auto message = exchange.read_kept(*text, release.received_at);
    if (!message || !message->payload) {
        evidence.problem = message ? message->refusal : message.error().key;
        return evidence;
    }
    evidence.signed_at = message->claims.sent_at;
    const bool same = message->claims.from == release.state && message->claims.id.str() == release.id.str() &&
                      released_in(*message) == TRY(get_payload(db, release.id));
    if (!same) evidence.problem = "release.not_as_signed";
    evidence.verified = same;
    return evidence;
}

}  // namespace homeward::council

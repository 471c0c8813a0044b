#include "statistics/ledger/own_chain.h"
#include "statistics/returns/return_desk.h"
#include "statistics/returns/return_store.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;

/// Nobody signs or releases what is out already, or what was counted anew.
Done must_stand(const ReturnSummary& annual) {
    if (annual.released_at) return conflict("return.released");
    if (annual.newer) return conflict("return.replaced");
    return {};
}

/// A release that came between is not in the system in which this one was made safe.
Done must_know_all_releases(store::Connection& db, const StoredReturn& stored) {
    std::vector<std::string> out;
    for (const auto& id : released_returns(db)) out.push_back(id.str());
    return out == stored.beside ? Done() : conflict("return.count_anew");
}

}  // namespace

Done ReturnDesk::sign(Work& work, ReturnId id) const {
    TRY(access::require(work.actor, Permission::sign_return));
    const AnnualReturn annual = TRY(get(work.db, id));
    TRY(must_stand(annual));
    if (annual.signed_by(work.actor.id)) return conflict("return.signed_by_you");
    if (annual.signatures.size() >= kSignatures) return conflict("return.signed");
    work.db.run("INSERT INTO return_signatures (return_id, signed_by, role, signed_at) VALUES ($1, $2, $3, $4)", id, work.actor.id,
                name_of(work.actor.role), work.now);
    work.record({"return.signed", "annual_return", id.str()});
    return {};
}

Done ReturnDesk::release(Work& work, ReturnId id) const {
    TRY(access::require(work.actor, Permission::release_return));
    const AnnualReturn annual = TRY(get(work.db, id));
    TRY(must_stand(annual));
    if (annual.signatures.size() < kSignatures) return conflict("return.two_signatures");
    const StoredReturn stored = TRY(get_stored(work.db, id));
    TRY(must_know_all_releases(work.db, stored));
    Release release = *annual.release;
    for (const auto& signature : annual.signatures) release.sign_offs.push_back({signature.role, signature.at});
    release.made_at = work.now;
    const std::string payload = write_release(release);
    TRY(read_passed_release(payload));
    // What the Council refused, or never had, is not corrected but released.
    const auto replaces = standing_entry(work.db, exchange_.self(), release.year);
    const auto message = TRY(add_entry(work, exchange_, {.id = {id.uuid}, .release = release, .replaces = replaces,
                                                         .reason = replaces ? stored.summary.reason : "", .certificate = stored.certificate,
                                                         .catalogue = TRY(catalogue_of(release.year)).hash, .sign_offs = {}}));
    work.db.run("UPDATE annual_returns SET payload = $2, released_by = $3, released_at = $4, message_id = $5, passed = $6 WHERE id = $1", id, payload,
                work.actor.id, work.now, message, seal_.voucher(id.str(), payload, stored.hidden));
    work.record({"return.released", "annual_return", id.str(), {}, {{"message", message.str()}}});
    return {};
}

}  // namespace homeward::statistics

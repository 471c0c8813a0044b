#include "statistics/returns/annual_return.h"

#include <algorithm>

#include "statistics/returns/return_store.h"

namespace homeward::statistics {
namespace {

using access::Permission;
using access::Work;

struct Counted {
    Release release;
    CoarserRelease tables;
};

Result<Counted> count_and_protect(Work& work, const std::string& state, int year, Date reference_date, const FactSource& facts,
                                  const Rules& rules) {
    TRY(access::require(work.actor, Permission::prepare_return));
    const auto catalogue = catalogue_of(year);
    if (!catalogue) return invalid("return.year", "year");
    if (reference_date.year != year || work.today() < reference_date) return invalid("return.reference_date", "reference_date");
    const Facts gathered = facts(work, *catalogue, reference_date);
    TableSet counts = TRY(count(gathered.persons, *catalogue, gathered.classifications, reference_date));
    CoarserRelease tables = TRY(protect_coarser(std::move(counts), rules));
    return Counted{{state, year, reference_date, rules, released(tables.safe), {}, work.now}, std::move(tables)};
}

/// Nobody signs or releases what is out already, or what was counted anew.
Done must_stand(const ReturnSummary& annual) {
    if (annual.released_at) return conflict("return.released");
    if (annual.newer) return conflict("return.replaced");
    return {};
}

}  // namespace

ReturnState ReturnSummary::state() const {
    if (released_at) return newer ? ReturnState::corrected : ReturnState::released;
    if (newer) return ReturnState::replaced;
    return signatures.size() >= kSignatures ? ReturnState::ready : ReturnState::draft;
}

bool ReturnSummary::signed_by(access::AccountId account) const {
    return std::ranges::find(signatures, account, &Signature::by) != signatures.end();
}

Result<ReturnId> prepare_return(access::Works& works, const access::Actor& actor, const std::string& state, int year, Date reference_date,
                                const FactSource& facts, const Rules& rules) {
    const auto counted = TRY(works.read<Counted>(actor, [&](Work& work) {
        return count_and_protect(work, state, year, reference_date, facts, rules);
    }));
    return works.write<ReturnId>(actor, [&](Work& work) -> Result<ReturnId> {
        const auto id = ReturnId::make(work.now);
        insert_return(work, id, counted.release, counted.tables);
        work.record({"return.prepared", "annual_return", id.str(), {}, {{"year", std::to_string(year)}}});
        return id;
    });
}

Done sign_return(Work& work, ReturnId id) {
    TRY(access::require(work.actor, Permission::sign_return));
    const AnnualReturn annual = TRY(get_return(work.db, id));
    TRY(must_stand(annual));
    if (annual.signed_by(work.actor.id)) return conflict("return.signed_by_you");
    if (annual.signatures.size() >= kSignatures) return conflict("return.signed");
    work.db.run("INSERT INTO return_signatures (return_id, signed_by, role, signed_at) VALUES ($1, $2, $3, $4)", id, work.actor.id,
                name_of(work.actor.role), work.now);
    work.record({"return.signed", "annual_return", id.str()});
    return {};
}

Done release_return(Work& work, exchange::Exchange& exchange, ReturnId id) {
    TRY(access::require(work.actor, Permission::release_return));
    AnnualReturn annual = TRY(get_return(work.db, id));
    TRY(must_stand(annual));
    if (annual.signatures.size() < kSignatures) return conflict("return.two_signatures");
    for (const auto& signature : annual.signatures) annual.release.sign_offs.push_back({signature.role, signature.at});
    annual.release.made_at = work.now;
    const std::string payload = write_release(annual.release);
    TRY(read_release(payload));
    const auto message = TRY(exchange.enqueue(work, "release", "council", payload));
    work.db.run("UPDATE annual_returns SET payload = $2, released_by = $3, released_at = $4, message_id = $5 WHERE id = $1", id, payload,
                work.actor.id, work.now, message);
    work.record({"return.released", "annual_return", id.str(), {}, {{"message", message.str()}}});
    return {};
}

}  // namespace homeward::statistics

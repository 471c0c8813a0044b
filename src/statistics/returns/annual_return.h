#pragma once
// The year's return of a State: counted, made safe, signed by two people, released to the Council.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/works.h"
#include "exchange/exchange.h"
#include "statistics/definitions/count.h"
#include "statistics/kernel/coarsen.h"
#include "statistics/returns/release_json.h"

namespace homeward::statistics {

struct ReturnTag;
using ReturnId = Id<ReturnTag>;

/// What is counted: facts that name nobody, from the views that the areas publish.
struct Facts {
    std::vector<PersonFact> persons;
    Classifications classifications;
};
using FactSource = std::function<Facts(access::Work&, const Catalogue&, Date reference_date)>;

struct Signature {
    access::AccountId by;
    std::string role;
    Instant at;
};
constexpr std::size_t kSignatures = 2;

enum class ReturnState {
    draft,      ///< waits for signatures
    ready,      ///< signed by two people, waits for its release
    released,   ///< the Council has it, or will
    replaced,   ///< never released: the year was counted anew since
    corrected,  ///< released, and a later return of its year was released since
};

/// A return without its tables. Counts of cells take labels of the same people once.
///
/// message   of the exchange, once released
/// newer     a later return of the year stands in its place
struct ReturnSummary {
    ReturnId id;
    int year = 0;
    Date reference_date;
    int cells = 0, hidden_by_rule = 0, hidden_to_protect = 0;
    access::AccountId prepared_by;
    Instant prepared_at;
    std::vector<Signature> signatures;
    std::optional<access::AccountId> released_by;
    std::optional<Instant> released_at;
    std::optional<exchange::MessageId> message;
    bool newer = false;

    ReturnState state() const;
    bool signed_by(access::AccountId account) const;
};

/// hidden     shape of the tables' cells: why each is hidden; for the State's own steward, never released
/// given_up   classifications that the tables were made without, so that small counts could be hidden
struct AnnualReturn : ReturnSummary {
    Release release;
    std::vector<std::vector<Hidden>> hidden;
    std::vector<GivenUp> given_up;
};

/// Counts and protects a year, and keeps it as a draft. It takes the place of an earlier draft of the year, whose
/// signatures do not count for it; a released return is corrected by the release of a new one.
/// Reads in one transaction and writes in another: not to be called from a job.
///
/// state            `UZ`
/// reference_date   in that year, not after today
/// errors           forbidden without prepare_return; invalid `return.year`, `return.reference_date`; those of count
///                  and protect_coarser
Result<ReturnId> prepare_return(access::Works& works, const access::Actor& actor, const std::string& state, int year,
                                Date reference_date, const FactSource& facts, const Rules& rules);

/// Signs a return. Two different people must.
/// errors    not_found; forbidden; conflict `return.released`, `return.replaced`, `return.signed_by_you`, `return.signed`
Done sign_return(access::Work& work, ReturnId id);

/// Releases a signed return: a message to the Council. The payload is read back as strictly as the Council will read
/// it: tables that do not pass cannot leave.
/// errors    not_found; forbidden; conflict `return.released`, `return.replaced`, `return.two_signatures`; those of
///           read_release and of Exchange::enqueue
Done release_return(access::Work& work, exchange::Exchange& exchange, ReturnId id);

/// errors    not_found `return.not_found`
Result<AnnualReturn> get_return(store::Connection& db, ReturnId id);
/// By year downwards, the newest of a year first.
std::vector<ReturnSummary> list_returns(store::Connection& db);

std::vector<store::Migration> schema();

}  // namespace homeward::statistics

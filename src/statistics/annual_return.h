#pragma once
// The year's return of a State: counted, made safe, signed by two people, released to the Council.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/works.h"
#include "exchange/exchange.h"
#include "statistics/count.h"
#include "statistics/release_json.h"

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

/// A return as it stands. `hidden` has the shape of the tables' cells.
struct AnnualReturn {
    ReturnId id;
    Release release;
    std::vector<std::vector<Hidden>> hidden;
    access::AccountId prepared_by;
    Instant prepared_at;
    std::vector<Signature> signatures;
    std::optional<Instant> released_at;

    std::size_t cells() const;
    std::size_t hidden_cells(Hidden why) const;
};

constexpr std::size_t kSignatures = 2;

/// Counts and protects a year, and keeps it as a draft; an earlier draft of the year stays until one is released.
/// Blocks for the time of the counting, outside of any write transaction.
///
/// state            `UZ`
/// reference_date   in that year, not after today
/// errors           forbidden without prepare_return; invalid `return.reference_date`; those of catalogue_of, count
///                  and protect
Result<ReturnId> prepare_return(access::Works& works, const access::Actor& actor, const std::string& state, int year,
                                Date reference_date, const FactSource& facts, const Rules& rules);

/// Signs a return. Two different people must.
/// errors    not_found; forbidden; conflict `return.released`, `return.signed_by_you`, `return.signed`
Done sign_return(access::Work& work, ReturnId id);

/// Releases a signed return: a message to the Council. The payload is read back as strictly as the Council will read
/// it: tables that do not pass cannot leave.
/// errors    not_found; forbidden; conflict `return.released`, `return.two_signatures`; those of read_release
Done release_return(access::Work& work, exchange::Exchange& exchange, ReturnId id);

Result<AnnualReturn> get_return(store::Connection& db, ReturnId id);
/// Newest first.
std::vector<AnnualReturn> list_returns(store::Connection& db);

std::vector<store::Migration> schema();

}  // namespace homeward::statistics

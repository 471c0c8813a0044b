#pragma once
// The year's return of a State: chosen, counted, made safe, signed by two people, released to the Council, corrected, withdrawn.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"
#include "exchange/exchange.h"
#include "statistics/definitions/count.h"
#include "statistics/kernel/coarsen.h"
#include "statistics/returns/passed_release.h"
#include "statistics/returns/return_spec.h"

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
    withdrawn,  ///< released, and taken back by two people
};

/// Taking a released return back.
/// message   of the exchange, once a second person has confirmed
struct Withdrawal {
    std::string reason;
    Signature asked;
    std::optional<Signature> confirmed;
    std::optional<exchange::MessageId> message;
};

/// A return without its tables. Counts of cells take labels of the same people once.
///
/// message   of the exchange, once released
/// newer     a later return of the year stands in its place
/// replaces  the released return that it corrects, and `reason`: why
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
    std::optional<ReturnId> replaces;
    std::string reason;
    std::optional<Withdrawal> withdrawal;

    ReturnState state() const;
    bool signed_by(access::AccountId account) const;
};

/// Why the tables of a return are coarser than they were chosen.
///
/// table, cell   of the figure that no pattern keeps beside the others; empty when it merely took too long
struct CoarserBecause {
    bool took_too_long = false;
    std::string table, cell;
};

/// hidden       shape of the tables' cells: why each is hidden; for the State's own steward, never released
/// given_up     classifications that the tables were made without, so that small counts could be hidden
/// because      why; for the State's own staff, never released
/// certificate  SHA-256 of its certificate, hexadecimal; empty for returns of older versions
struct AnnualReturn : ReturnSummary {
    PassedRelease release;
    std::vector<std::vector<Hidden>> hidden;
    std::vector<GivenUp> given_up;
    std::optional<CoarserBecause> because;
    std::vector<ChosenTable> chosen;
    std::string certificate;
};

/// By year downwards, the newest of a year first.
std::vector<ReturnSummary> list_returns(store::Connection& db);

std::vector<store::Migration> schema();

}  // namespace homeward::statistics

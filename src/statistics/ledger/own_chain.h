#pragma once
// What a State adds to the ledger: its releases, corrections and withdrawals, chained from when they are made.

#include "access/work.h"
#include "exchange/exchange.h"
#include "statistics/ledger/joint.h"

namespace homeward::statistics {

/// What is to be said. `release` of a release or correction, `sign_offs` of a withdrawal; the rest as in `Entry`.
struct NewEntry {
    EntryId id;
    std::optional<Release> release;
    std::optional<EntryId> replaces;
    std::string reason;
    std::string certificate, catalogue;
    std::vector<SignOff> sign_offs;
};

/// How an entry of ours fares.
enum class EntryState { waiting, in_ledger, refused };

struct OwnEntry {
    EntryId id;
    EntryKind kind = EntryKind::release;
    int year = 0;
    EntryState state = EntryState::waiting;
    std::optional<std::int64_t> position;  ///< in the joint ledger, once the Council has told us
    std::string problem;                   ///< translation key of the refusal, with its values
    std::map<std::string, std::string> params;
    exchange::MessageId message;
    Instant made_at;
};

/// Chains, signs and sends an entry to the Council, in this transaction. Its kind follows from what it holds: tables are a release, or
/// with `replaces` a correction; without tables it is a withdrawal. It names the newest step of the joint ledger that we know.
///
/// returns   the message that carries it
/// errors    invalid `ledger.form` {part}; those of Chain::check and Exchange::enqueue; too_large `ledger.too_large`
Result<exchange::MessageId> add_entry(access::Work& work, exchange::Exchange& exchange, NewEntry entry);

/// The release or correction of a year that stands, one that still waits for the Council included: a new one must replace it.
std::optional<EntryId> standing_entry(store::Connection& db, const std::string& member, int year);

/// Newest first.
std::vector<OwnEntry> own_entries(store::Connection& db);
std::optional<OwnEntry> find_own_entry(store::Connection& db, const EntryId& id);

/// Takes what the Council tells of the joint ledger, in order, each step checked. Another step than the one we have at its place is
/// refused with `ledger.fork`: the Council told two stories. One too far ahead is refused with `ledger.missing` {next}.
void serve_ledger_at_node(exchange::Exchange& exchange);

}  // namespace homeward::statistics

#include "statistics/ledger/own_chain.h"

#include "base/json.h"
#include "exchange/state.h"
#include "statistics/ledger/entry_json.h"
#include "statistics/ledger/joint_store.h"

namespace homeward::statistics {
namespace {

using access::Work;

SignedEntry stored(std::string_view text) {
    auto entry = read_signed(text);
    if (!entry) throw std::runtime_error("a stored entry of the ledger does not read: " + entry.error().key);
    return std::move(*entry);
}

/// The joint ledger as it will be once the Council has taken what waits. What it refused, and what was chained behind that, is left out.
Chain chain_with_waiting(store::Connection& db, const std::string& member) {
    Chain chain = load_chain(db);
    for (const auto row : db.query("SELECT e.signed FROM own_entries e LEFT JOIN exchange_outbox o ON o.id = e.message_id"
                                   " WHERE COALESCE(o.state, '') <> 'refused' ORDER BY e.made_at, e.id")) {
        const SignedEntry signed_entry = stored(row.text(0));
        const Entry& entry = signed_entry.entry;
        const auto tip = chain.tip(member);
        if (entry.place != tip.place + 1 || entry.previous != tip.hash) continue;
        chain.add_waiting(entry, hash_of(signed_entry));
    }
    return chain;
}

EntryKind kind_of(const NewEntry& entry) {
    if (!entry.release) return EntryKind::withdrawal;
    return entry.replaces ? EntryKind::correction : EntryKind::release;
}

constexpr const char* kOwn =
    "SELECT e.id, e.kind, e.year, o.state, o.problem, o.receipt, e.message_id, e.made_at, j.position FROM own_entries e"
    " LEFT JOIN exchange_outbox o ON o.id = e.message_id LEFT JOIN joint_ledger j ON j.entry_id = e.id";

OwnEntry own_of(const store::Row& row) {
    OwnEntry own;
    own.id = row.get<EntryId>(0);
    own.kind = *json::enum_from<EntryKind>(row.text(1));
    own.year = row.get<int>(2);
    own.message = row.get<exchange::MessageId>(6);
    own.made_at = row.get<Instant>(7);
    own.position = row.get<std::optional<std::int64_t>>(8);
    const std::string state = row.get<std::optional<std::string>>(3).value_or("waiting");
    own.state = own.position || state == "delivered" ? EntryState::in_ledger : state == "refused" ? EntryState::refused : EntryState::waiting;
    if (own.state != EntryState::refused) return own;
    own.problem = row.get<std::optional<std::string>>(4).value_or("");
    if (const auto receipt = row.get<std::optional<std::string>>(5)) own.params = exchange::params_of_kept(*receipt);
    return own;
}

}  // namespace

Result<exchange::MessageId> add_entry(Work& work, exchange::Exchange& exchange, NewEntry wanted) {
    const Chain chain = chain_with_waiting(work.db, exchange.self());
    const auto tip = chain.tip(exchange.self());
    const EntryKind kind = kind_of(wanted);
    SignedEntry made{{wanted.id, exchange.self(), kind, tip.place + 1, tip.hash, joint_head(work.db), wanted.replaces, std::move(wanted.reason),
                      std::move(wanted.certificate), std::move(wanted.catalogue), std::move(wanted.release), {}, std::move(wanted.sign_offs), work.now},
                     {}};
    TRY(chain.check(made.entry));
    made.signature = exchange.sign(entry_signature, write_entry(made.entry));
    const std::string text = write_signed(made);
    // As strictly as the Council will read it: what does not pass cannot leave.
    TRY(read_signed(text));
    const auto message = TRY(exchange.enqueue(work, "release", the_council, text));
    const auto known = known_of(made.entry);
    work.db.run("INSERT INTO own_entries (id, place, previous, entry_hash, kind, year, replaces, signed, message_id, made_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                made.entry.id, made.entry.place, made.entry.previous, hash_of(made), json::name_of(kind), known.year, made.entry.replaces, text,
                message, work.now);
    return message;
}

std::optional<EntryId> standing_entry(store::Connection& db, const std::string& member, int year) {
    return chain_with_waiting(db, member).standing(member, year);
}

std::vector<OwnEntry> own_entries(store::Connection& db) {
    std::vector<OwnEntry> all;
    for (const auto row : db.query(std::string(kOwn) + " ORDER BY e.made_at DESC, e.id DESC")) all.push_back(own_of(row));
    return all;
}

std::optional<OwnEntry> find_own_entry(store::Connection& db, const EntryId& id) {
    auto query = db.query(std::string(kOwn) + " WHERE e.id = $1", id);
    return query.next() ? std::optional(own_of(query.row())) : std::nullopt;
}

}  // namespace homeward::statistics

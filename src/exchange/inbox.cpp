#include "exchange/inbox.h"

#include "exchange/exchange.h"

namespace homeward::exchange {
namespace {

constexpr std::int64_t kRefusalsKept = 10'000;

}  // namespace

std::optional<Settled> find_settled(store::Connection& db, std::string_view sender, const MessageId& id) {
    auto query = db.query("SELECT hash, outcome, receipt FROM exchange_inbox WHERE sender = $1 AND id = $2", sender, id);
    if (!query.next()) return std::nullopt;
    const store::Row row = query.row();
    return Settled{row.get<std::string>(0), row.text(1) == "accepted" ? Outcome::accepted : Outcome::refused, row.get<std::string>(2)};
}

IncomingStream incoming_stream(store::Connection& db, std::string_view sender) {
    auto query = db.query("SELECT received_epoch, received_seq, frozen_at FROM exchange_streams WHERE member = $1", sender);
    if (!query.next()) return {};
    return {{query.row().integer(0), query.row().integer(1)}, !query.row().is_null(2)};
}

void freeze(store::Connection& db, std::string_view sender, Instant now) {
    db.run("UPDATE exchange_streams SET frozen_at = $2 WHERE member = $1 AND frozen_at IS NULL", sender, now);
}

Done thaw(store::Connection& db, std::string_view member) {
    const int changed = db.run("UPDATE exchange_streams SET frozen_at = NULL WHERE member = $1 AND frozen_at IS NOT NULL", member);
    return changed ? Done{} : Done{not_found("exchange.not_frozen")};
}

std::int64_t next_position(store::Connection& db) {
    return *db.query("SELECT COALESCE(MAX(position), 0) + 1 FROM exchange_inbox").value<std::int64_t>();
}

void add_to_inbox(store::Connection& db, const Message& message, const Receipt& receipt, std::string_view receipt_text) {
    const Claims& claims = message.claims;
    const bool refused = receipt.outcome == Outcome::refused;
    db.run(
        "INSERT INTO exchange_inbox (position, sender, id, epoch, seq, type, hash, outcome, reason, received_at, receipt) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        receipt.position, claims.from, claims.id, claims.place.epoch, claims.place.seq, shortened(claims.type, 64), message.hash,
        refused ? "refused" : "accepted", refused ? std::optional(receipt.reason) : std::nullopt, receipt.at, receipt_text);
    db.run("INSERT INTO exchange_streams (member) VALUES ($1) ON CONFLICT (member) DO NOTHING", claims.from);
    db.run("UPDATE exchange_streams SET received_epoch = $2, received_seq = $3 WHERE member = $1", claims.from, claims.place.epoch,
           claims.place.seq);
}

void note_refusal(store::Connection& db, const Refusal& refusal, Instant now) {
    const auto position = *db.query("SELECT COALESCE(MAX(position), 0) + 1 FROM exchange_refusals").value<std::int64_t>();
    db.run("INSERT INTO exchange_refusals (position, at, claimed_sender, reason, hash, bytes) VALUES ($1, $2, $3, $4, $5, $6)",
           position, now, refusal.claimed_sender, refusal.reason, refusal.hash, refusal.bytes);
    // Anyone may send rubbish; it must not fill the disk.
    db.run("DELETE FROM exchange_refusals WHERE position <= $1", position - kRefusalsKept);
}

}  // namespace homeward::exchange

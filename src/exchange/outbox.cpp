#include "exchange/outbox.h"

#include "exchange/exchange.h"

namespace homeward::exchange {

Place take_place(store::Connection& db, std::string_view to, Instant now) {
    db.run("INSERT INTO exchange_streams (member) VALUES ($1) ON CONFLICT (member) DO NOTHING", to);
    db.run("UPDATE exchange_streams SET sent_epoch = $2 WHERE member = $1 AND sent_epoch = 0", to, now.ms / 1000);
    db.run("UPDATE exchange_streams SET sent_seq = sent_seq + 1 WHERE member = $1", to);
    auto query = db.query("SELECT sent_epoch, sent_seq FROM exchange_streams WHERE member = $1", to);
    query.next();
    return {query.row().integer(0), query.row().integer(1)};
}

void begin_epoch(store::Connection& db, Instant now) {
    db.run(
        "UPDATE exchange_streams SET sent_seq = 0, "
        "sent_epoch = CASE WHEN sent_epoch < $1 THEN $1 ELSE sent_epoch + 1 END WHERE sent_epoch > 0",
        now.ms / 1000);
}

void add_to_outbox(store::Connection& db, const Claims& claims, std::string_view text) {
    db.run(
        "INSERT INTO exchange_outbox (id, to_member, epoch, seq, type, message, hash, state, next_attempt_at, created_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $8)",
        claims.id, claims.to, claims.place.epoch, claims.place.seq, claims.type, text, hash_of(text), claims.sent_at);
}

std::optional<Waiting> first_waiting(store::Connection& db, std::string_view to) {
    auto query = db.query(
        "SELECT id, epoch, seq, message, hash, attempts, next_attempt_at FROM exchange_outbox "
        "WHERE to_member = $1 AND state = 'waiting' ORDER BY epoch, seq LIMIT 1",
        to);
    if (!query.next()) return std::nullopt;
    const store::Row row = query.row();
    return Waiting{row.get<MessageId>(0),   {row.integer(1), row.integer(2)}, row.get<std::string>(3),
                   row.get<std::string>(4), row.get<int>(5),                  row.get<Instant>(6)};
}

void settle(store::Connection& db, const Receipt& receipt, std::string_view receipt_text, Instant now) {
    const bool refused = receipt.outcome == Outcome::refused;
    const auto problem = refused ? std::optional(receipt.reason) : std::nullopt;
    db.run(
        "UPDATE exchange_outbox SET state = $2, problem = $3, settled_at = $4, receipt = $5 WHERE id = $1 AND state = 'waiting'",
        receipt.message, refused ? "refused" : "delivered", problem, now, receipt_text);
}

void postpone(store::Connection& db, const Waiting& waiting, Instant next_attempt_at, std::string_view problem) {
    db.run(
        "UPDATE exchange_outbox SET attempts = attempts + 1, next_attempt_at = $3, problem = $4 "
        "WHERE id = $1 AND state = 'waiting' AND attempts = $2",
        waiting.id, waiting.attempts, next_attempt_at, problem);
}

int send_again_from(store::Connection& db, std::string_view to, const Place& place, Instant now) {
    return db.run(
        "UPDATE exchange_outbox SET state = 'waiting', settled_at = NULL, attempts = 0, next_attempt_at = $4 "
        "WHERE to_member = $1 AND state <> 'waiting' AND (epoch, seq) >= ($2, $3)",
        to, place.epoch, place.seq, now);
}

void retry_now(store::Connection& db, std::string_view to, Instant now) {
    db.run(
        "UPDATE exchange_outbox SET attempts = 0, next_attempt_at = $2 WHERE to_member = $1 AND state = 'waiting' AND attempts > 0",
        to, now);
}

}  // namespace homeward::exchange

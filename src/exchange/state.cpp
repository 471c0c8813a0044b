#include "exchange/state.h"

#include "access/permission.h"

namespace homeward::exchange {
namespace {

void add_sent(store::Connection& db, PeerState& peer) {
    auto query = db.query("SELECT state, count(*) FROM exchange_outbox WHERE to_member = $1 GROUP BY state", peer.member);
    for (const auto row : query) {
        const auto state = row.text(0);
        (state == "waiting" ? peer.waiting : state == "delivered" ? peer.delivered : peer.refused_by_them) = row.integer(1);
    }
}

void add_first_waiting(store::Connection& db, PeerState& peer) {
    auto query = db.query(
        "SELECT created_at, next_attempt_at, problem, attempts FROM exchange_outbox "
        "WHERE to_member = $1 AND state = 'waiting' ORDER BY epoch, seq LIMIT 1",
        peer.member);
    if (!query.next()) return;
    peer.oldest_waiting_at = query.row().get<Instant>(0);
    peer.next_attempt_at = query.row().get<Instant>(1);
    peer.problem = query.row().get<std::optional<std::string>>(2);
    peer.attempts = query.row().integer(3);
}

void add_received(store::Connection& db, PeerState& peer) {
    auto query = db.query(
        "SELECT count(*), count(reason), max(received_at) FROM exchange_inbox WHERE sender = $1", peer.member);
    query.next();
    peer.refused_by_us = query.row().integer(1);
    peer.received = query.row().integer(0) - peer.refused_by_us;
    peer.last_received_at = query.row().get<std::optional<Instant>>(2);
}

std::vector<RefusedMessage> latest_refusals(store::Connection& db) {
    std::vector<RefusedMessage> refusals;
    auto query = db.query("SELECT at, claimed_sender, reason, hash, bytes FROM exchange_refusals ORDER BY position DESC LIMIT 50");
    for (const auto row : query) {
        refusals.push_back({row.get<Instant>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.integer(4)});
    }
    return refusals;
}

}  // namespace

std::optional<Delivery> delivery_of(store::Connection& db, MessageId id) {
    auto query = db.query("SELECT state, settled_at, problem, receipt FROM exchange_outbox WHERE id = $1", id);
    if (!query.next()) return std::nullopt;
    const auto state = query.row().text(0);
    using enum Delivery::State;
    const auto receipt = query.row().get<std::optional<std::string>>(3);
    return Delivery{state == "waiting" ? waiting : state == "delivered" ? delivered : refused, query.row().get<std::optional<Instant>>(1),
                    query.row().get<std::optional<std::string>>(2), state == "refused" && receipt ? params_of_kept(*receipt) : std::map<std::string, std::string>{}};
}

Result<ExchangeState> exchange_state(access::Work& work, const Exchange& exchange) {
    TRY(access::require(work.actor, access::Permission::read_exchange));
    ExchangeState state{exchange.self(), {}, latest_refusals(work.db)};
    for (const auto& member : exchange.members().members()) {
        if (member.id == exchange.self()) continue;
        PeerState peer;
        peer.member = member.id;
        peer.name = member.name;
        add_sent(work.db, peer);
        add_first_waiting(work.db, peer);
        add_received(work.db, peer);
        peer.frozen_at = work.db.query("SELECT frozen_at FROM exchange_streams WHERE member = $1 AND frozen_at IS NOT NULL", peer.member)
                             .value<Instant>();
        state.peers.push_back(std::move(peer));
    }
    return state;
}

}  // namespace homeward::exchange

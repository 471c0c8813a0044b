#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "exchange/exchange.h"

namespace homeward::exchange {

/// How the exchange with one member stands.
///
/// oldest_waiting_at   when the first waiting message was written
/// problem             key of its last failure; `attempts` failures since the last sign of life
struct PeerState {
    std::string member;
    std::string name;
    std::int64_t waiting = 0;
    std::int64_t delivered = 0;
    std::int64_t refused_by_them = 0;
    std::int64_t received = 0;
    std::int64_t refused_by_us = 0;
    std::optional<Instant> oldest_waiting_at;
    std::optional<Instant> next_attempt_at;
    std::optional<std::string> problem;
    std::int64_t attempts = 0;
    std::optional<Instant> last_received_at;
    std::optional<Instant> frozen_at;
};

/// A message that was not taken. `claimed_sender` is empty when it names no member.
struct RefusedMessage {
    Instant at;
    std::string claimed_sender;
    std::string reason;
    std::string hash;
    std::int64_t bytes = 0;
};

struct ExchangeState {
    std::string self;
    std::vector<PeerState> peers;
    std::vector<RefusedMessage> refusals;  ///< the latest fifty, newest first
};

/// How one message of ours fares. `problem` is the key of its last failure, or of the refusal.
struct Delivery {
    enum class State { waiting, delivered, refused };
    State state = State::waiting;
    std::optional<Instant> settled_at;
    std::optional<std::string> problem;
    std::map<std::string, std::string> params = {};  ///< of the refusal: which table, which cell
};
/// Nothing for a message that is not in our outbox.
std::optional<Delivery> delivery_of(store::Connection& db, MessageId id);

/// For the operator.
/// errors    forbidden unless the actor may `read_exchange`
Result<ExchangeState> exchange_state(access::Work& work, const Exchange& exchange);

}  // namespace homeward::exchange

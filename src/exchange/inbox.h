#pragma once
// The SQL of what we received, and of what we refused.

#include <optional>
#include <string>
#include <string_view>

#include "exchange/envelope.h"
#include "store/connection.h"

namespace homeward::exchange {

/// A message settled before, as its sender calls it.
struct Settled {
    std::string hash;
    Outcome outcome = Outcome::accepted;
    std::string receipt;
};
std::optional<Settled> find_settled(store::Connection& db, std::string_view sender, const MessageId& id);

/// What has come from a member so far.
struct IncomingStream {
    Place last;
    bool frozen = false;
    /// The place that must come next in the epoch of `place`.
    Place expected(const Place& place) const { return place.epoch == last.epoch ? Place{last.epoch, last.seq + 1} : Place{place.epoch, 1}; }
    bool used(const Place& place) const { return place <= last; }
};
IncomingStream incoming_stream(store::Connection& db, std::string_view sender);
void freeze(store::Connection& db, std::string_view sender, Instant now);

std::int64_t next_position(store::Connection& db);
/// Settles a message: its row and its place in the stream.
void add_to_inbox(store::Connection& db, const Message& message, const Receipt& receipt, std::string_view receipt_text);

struct Refusal {
    std::string claimed_sender;
    std::string reason;
    std::string hash;
    std::int64_t bytes = 0;
};
void note_refusal(store::Connection& db, const Refusal& refusal, Instant now);

}  // namespace homeward::exchange

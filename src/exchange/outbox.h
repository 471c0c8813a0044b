#pragma once
// The SQL of what we send.

#include <optional>
#include <string>
#include <string_view>

#include "exchange/envelope.h"
#include "store/connection.h"

namespace homeward::exchange {

/// The next place in our stream to a member. The first message opens an epoch.
Place take_place(store::Connection& db, std::string_view to, Instant now);

void add_to_outbox(store::Connection& db, const Claims& claims, std::string_view text);

struct Waiting {
    MessageId id;
    Place place;
    std::string text;
    std::string hash;
    int attempts = 0;
    Instant next_attempt_at;
};
/// The message that goes next to a member: they leave strictly in order.
std::optional<Waiting> first_waiting(store::Connection& db, std::string_view to);

/// Accepted or refused for good, by this receipt.
void settle(store::Connection& db, const Receipt& receipt, std::string_view receipt_text, Instant now);
/// Did not arrive, for the reason of this key. Does nothing if a sign of life came in meanwhile.
void postpone(store::Connection& db, const Waiting& waiting, Instant next_attempt_at, std::string_view problem);
/// Puts what was settled from this place on back in line, for a receiver that lost it. Returns how many.
int send_again_from(store::Connection& db, std::string_view to, const Place& place, Instant now);
/// Makes what waits for a member due now.
void retry_now(store::Connection& db, std::string_view to, Instant now);

}  // namespace homeward::exchange

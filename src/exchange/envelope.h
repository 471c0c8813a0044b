#pragma once
// The envelope of a message, and the receipt that answers it. Pure: keys and members in, text out.
// The form on the wire is told in docs/protocol.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "exchange/membership.h"

namespace homeward::exchange {

struct MessageTag;
using MessageId = Id<MessageTag>;

/// One kind of message.
struct MessageType {
    std::string_view name;     ///< `release`
    std::string_view version;  ///< `1.0`; written behind the name: `release@1.0`
    std::string_view schema;   ///< of its payload, in api/exchange.yaml
    std::string written() const { return std::string(name) + "@" + std::string(version); }
};

/// What may cross between programs; everything else is refused.
std::span<const MessageType> message_types();
/// In its newest version. Null when unknown.
const MessageType* find_type(std::string_view name);
const MessageType* find_written_type(std::string_view name_and_version);

constexpr std::size_t max_payload_bytes = 1 << 20;
constexpr std::size_t max_message_bytes = 2 << 20;  ///< signed and sealed: base64 twice
constexpr int message_lifetime_days = 90;
constexpr int clock_tolerance_hours = 24;

/// A place in the stream of messages from one member to another. Epochs count the seconds since 1970 at which
/// their numbering began; within one, seq counts from 1.
struct Place {
    std::int64_t epoch = 0;
    std::int64_t seq = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// What the signature of a message covers.
struct Claims {
    MessageId id;
    std::string type;  ///< with its version
    std::string from;
    std::string to;
    Place place;
    Instant sent_at;
    Instant expires_at;
};

/// Seals the payload for its reader and signs the whole.
std::string write_message(const Claims& claims, std::string_view payload, const NodeKeys& ours, const SealKey& reader);

/// A message whose sender is proven. `payload` is there, or `refusal` says why it cannot be taken for good:
/// `exchange.expired`, `exchange.unknown_type`, `exchange.stale_key`, `exchange.cannot_open`, …
struct Message {
    Claims claims;
    std::string text;  ///< as received
    std::string hash;  ///< SHA-256 of `text`, in base64url
    std::optional<std::string> payload;
    std::string refusal;
};

/// Checks who sent it and that it is for us, then opens it.
///
/// errors    of messages that nobody can be held to: too_large `exchange.too_large`; those of `verify_jws`;
///           invalid `exchange.malformed`, `exchange.clock` (sent more than 24 h from now);
///           forbidden `exchange.not_its_sender`, `exchange.wrong_receiver`
Result<Message> read_message(std::string_view text, const NodeKeys& ours, const Membership& members, Instant now);

std::string hash_of(std::string_view text);

enum class Outcome {
    accepted,  ///< kept, once and for all
    refused,   ///< read, and refused for good; its place is used up
    gap,       ///< messages before it are missing; `expected` is the place to send from
    later,     ///< not now; send it again
};

/// The signed answer to one message.
struct Receipt {
    std::string from;
    std::string to;
    MessageId message;
    std::string hash;  ///< of the message as received
    Place place;
    Outcome outcome = Outcome::accepted;
    std::string reason;                    ///< translation key, of `refused` and `later`
    std::map<std::string, std::string> params;  ///< values for the sentence of `reason`: which table, which cell
    std::optional<std::int64_t> position;  ///< in the receiver's inbox, of `accepted` and `refused`
    std::optional<Place> expected;         ///< of `gap`
    Instant at;
};

std::string write_receipt(const Receipt& receipt, const NodeKeys& ours);

/// What of an error's values a receipt may carry: at most eight, short, without control characters.
std::map<std::string, std::string> receipt_params(const Error& error);
/// Those of a receipt that was checked when it came.
std::map<std::string, std::string> params_of_kept(std::string_view receipt);

/// Checks that the receipt is signed by `peer` and speaks of exactly this message to us.
/// errors    those of `verify_jws`; invalid `exchange.malformed`, `exchange.other_message`
Result<Receipt> read_receipt(std::string_view text, const Member& peer, std::string_view us, const MessageId& message,
                             std::string_view hash);

}  // namespace homeward::exchange

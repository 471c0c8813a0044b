#include "exchange/envelope.h"

#include "base/json.h"
#include "exchange/jwe.h"
#include "exchange/jws.h"

namespace homeward::exchange {

BOOST_DESCRIBE_STRUCT(Place, (), (epoch, seq))
BOOST_DESCRIBE_ENUM(Outcome, accepted, refused, gap, later)

namespace {

constexpr std::string_view kMessageKind = "homeward-message+jws";
constexpr std::string_view kReceiptKind = "homeward-receipt+jws";
constexpr std::string_view kReceiptType = "receipt@1.0";

constexpr MessageType kTypes[] = {
    {"release", "2.0", "SignedEntry"},
    {"release", "1.0", "Release"},  // read again where it was kept; no longer sent
    {"ledger", "1.0", "JointEntry"},
    {"claim", "1.0", "Claim"},
    {"action", "1.0", "Action"},
    {"progress", "1.0", "Progress"},
};

struct MessageClaims {
    MessageId id;
    std::string type, from, to;
    std::int64_t epoch = 0, seq = 0;
    Instant sent_at, expires_at;
    std::string sealed;
};
BOOST_DESCRIBE_STRUCT(MessageClaims, (), (id, type, from, to, epoch, seq, sent_at, expires_at, sealed))

struct ReceiptClaims {
    std::string type, from, to;
    MessageId message;
    std::string hash;
    std::int64_t epoch = 0, seq = 0;
    Outcome outcome = Outcome::accepted;
    std::optional<std::string> reason;
    std::optional<std::map<std::string, std::string>> params;
    std::optional<std::int64_t> position;
    std::optional<Place> expected;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ReceiptClaims, (), (type, from, to, message, hash, epoch, seq, outcome, reason, params, position, expected, at))

constexpr std::size_t most_params = 8, longest_param = 200;

Instant hours_after(Instant at, int hours) { return at.plus_seconds(hours * 3600); }

/// Claims that only a broken or hostile sender signs.
bool sensible(const MessageClaims& c) {
    return c.id.uuid[6] >> 4 == 7 && c.seq >= 1 && c.epoch >= 1 && c.epoch <= hours_after(c.sent_at, clock_tolerance_hours).ms / 1000 &&
           c.expires_at > c.sent_at && c.expires_at <= c.sent_at.plus_days(message_lifetime_days);
}

/// A translation key: a peer's reason is shown to people and must not be any text it likes.
bool is_key(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    return text.size() <= 100 && text.find('.') != std::string_view::npos && std::all_of(text.begin(), text.end(), fits);
}

bool is_param(const std::string& name, const std::string& value) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    const auto shows = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; };
    return !name.empty() && name.size() <= 32 && std::ranges::all_of(name, fits) && length_of(value) <= longest_param && std::ranges::all_of(value, shows);
}

bool are_params(const std::map<std::string, std::string>& params) {
    return !params.empty() && params.size() <= most_params &&
           std::ranges::all_of(params, [](const auto& param) { return is_param(param.first, param.second); });
}

/// Each outcome comes with exactly what belongs to it.
bool sensible(const ReceiptClaims& c) {
    const bool settled = c.outcome == Outcome::accepted || c.outcome == Outcome::refused;
    const bool needs_reason = c.outcome == Outcome::refused || c.outcome == Outcome::later;
    return settled == c.position.has_value() && (c.outcome == Outcome::gap) == c.expected.has_value() &&
           !(c.outcome == Outcome::accepted && c.reason) && !(needs_reason && !c.reason) && (!c.reason || is_key(*c.reason)) &&
           (!c.params || (c.reason && are_params(*c.params)));
}

/// Why a message of a proven sender cannot be taken for good; opens it otherwise.
void open(Message& message, const std::string& sealed, const NodeKeys& ours, Instant now) {
    if (hours_after(message.claims.expires_at, clock_tolerance_hours) < now) {
        message.refusal = "exchange.expired";
        return;
    }
    if (!find_written_type(message.claims.type)) {
        message.refusal = "exchange.unknown_type";
        return;
    }
    auto payload = open_jwe(sealed, ours.open, {message.claims.from, message.claims.to});
    if (!payload) {
        message.refusal = payload.error().key;
    } else if (payload->size() > max_payload_bytes) {
        message.refusal = "exchange.too_large";
    } else if (!json::parse(*payload)) {
        message.refusal = "exchange.payload_malformed";
    } else {
        message.payload = std::move(payload).value();
    }
}

}  // namespace

std::span<const MessageType> message_types() { return kTypes; }

const MessageType* find_type(std::string_view name) {
    for (const auto& type : kTypes) {
        if (type.name == name) return &type;
    }
    return nullptr;
}

const MessageType* find_written_type(std::string_view name_and_version) {
    for (const auto& type : kTypes) {
        if (type.written() == name_and_version) return &type;
    }
    return nullptr;
}

std::string hash_of(std::string_view text) { return to_base64url(sha256(text)); }

std::string write_message(const Claims& c, std::string_view payload, const NodeKeys& ours, const SealKey& reader) {
    const MessageClaims claims{c.id,        c.type,    c.from,       c.to, c.place.epoch, c.place.seq, c.sent_at, c.expires_at,
                               seal_jwe(payload, reader, {c.from, c.to})};
    return sign_jws(kMessageKind, json::write(claims), ours.sign);
}

Result<Message> read_message(std::string_view text, const NodeKeys& ours, const Membership& members, Instant now) {
    if (text.size() > max_message_bytes) return too_large("exchange.too_large");
    const auto find = [&](std::string_view kid) {
        const Member* member = members.find_by_kid(kid);
        return member ? std::optional(member->verify) : std::nullopt;
    };
    const Signed verified = TRY(verify_jws(kMessageKind, text, find));
    const auto read = json::read<MessageClaims>(verified.payload);
    if (!read || !sensible(read.value())) return invalid("exchange.malformed", "claims");
    const MessageClaims& c = read.value();
    if (c.from != members.find_by_kid(verified.kid)->id) return forbidden("exchange.not_its_sender");
    if (c.to != ours.member) return forbidden("exchange.wrong_receiver");
    if (c.sent_at > hours_after(now, clock_tolerance_hours)) return invalid("exchange.clock", "sent_at");
    Message message{{c.id, c.type, c.from, c.to, {c.epoch, c.seq}, c.sent_at, c.expires_at}, std::string(text), hash_of(text), {}, {}};
    open(message, c.sealed, ours, now);
    return message;
}

std::string write_receipt(const Receipt& r, const NodeKeys& ours) {
    const auto reason = r.reason.empty() ? std::nullopt : std::optional(r.reason);
    const auto params = r.params.empty() ? std::nullopt : std::optional(r.params);
    const ReceiptClaims claims{std::string(kReceiptType), r.from, r.to,   r.message, r.hash,     r.place.epoch, r.place.seq,
                               r.outcome,                 reason, params, r.position, r.expected, r.at};
    return sign_jws(kReceiptKind, json::write(claims), ours.sign);
}

Result<Receipt> read_receipt(std::string_view text, const Member& peer, std::string_view us, const MessageId& message,
                             std::string_view hash) {
    const std::string kid = peer.verify.kid();
    const Signed verified = TRY(verify_jws(kReceiptKind, text, [&](std::string_view asked) {
        return asked == kid ? std::optional(peer.verify) : std::nullopt;
    }));
    const auto read = json::read<ReceiptClaims>(verified.payload);
    if (!read || read.value().type != kReceiptType) return invalid("exchange.malformed", "claims");
    const ReceiptClaims& c = read.value();
    if (!sensible(c)) return invalid("exchange.malformed", "claims");
    if (c.from != peer.id || c.to != us || c.message != message || c.hash != hash) return invalid("exchange.other_message");
    return Receipt{c.from,    c.to,     c.message, c.hash, {c.epoch, c.seq}, c.outcome, c.reason.value_or(""), c.params.value_or(std::map<std::string, std::string>{}),
                   c.position, c.expected, c.at};
}

std::map<std::string, std::string> receipt_params(const Error& error) {
    std::map<std::string, std::string> params;
    const auto add = [&](const std::string& name, const std::string& value) {
        const std::string cut = shortened(value, longest_param);
        if (params.size() < most_params && is_param(name, cut)) params.emplace(name, cut);
    };
    for (const auto& [name, value] : error.params) add(name, value);
    if (!error.field.empty()) add("field", error.field);
    return params;
}

std::map<std::string, std::string> params_of_kept(std::string_view receipt) {
    const auto parts = split(receipt, '.');
    const auto payload = parts.size() == 3 ? from_base64url(parts[1]) : std::nullopt;
    const auto claims = json::read<ReceiptClaims>(payload ? text_of(*payload) : std::string_view());
    return claims && claims->params ? *claims->params : std::map<std::string, std::string>{};
}

}  // namespace homeward::exchange

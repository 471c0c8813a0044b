// How a message is taken. What it does and the row that says so stand in one transaction; a message whose handler
// fails leaves nothing of it behind, and is settled as refused in a second one.

#include <spdlog/spdlog.h>

#include "exchange/exchange.h"
#include "exchange/inbox.h"
#include "exchange/jws.h"
#include "exchange/outbox.h"

namespace homeward::exchange {
namespace {

bool passing(const Error& error) { return error.code == ErrorCode::unavailable || error.code == ErrorCode::too_many; }

std::string_view name_of(Outcome outcome) { return outcome == Outcome::accepted ? "accepted" : "refused"; }

Refusal refusal_of(const Message& message, const std::string& reason) {
    return {message.claims.from, reason, message.hash, static_cast<std::int64_t>(message.text.size())};
}

/// A type as the log may carry it: its own words, never those of a peer.
std::string known_type(const std::string& type) { return find_written_type(type) ? type : "unknown"; }

void log_refusal(const Refusal& refusal) {
    spdlog::warn("exchange: a message was not taken: reason={} sender={} hash={} bytes={}", refusal.reason,
                 refusal.claimed_sender.empty() ? "-" : refusal.claimed_sender, refusal.hash, refusal.bytes);
}

}  // namespace

Result<Answer> Exchange::receive(access::Works& works, std::string_view text) {
    const auto message = read_message(text, keys_, members_, works.now());
    if (!message) {
        const Member* claimed = members_.find_by_kid(claimed_kid(text));
        const Refusal refusal{claimed ? claimed->id : "", message.error().key, hash_of(text), static_cast<std::int64_t>(text.size())};
        log_refusal(refusal);
        counters_.turned_away++;
        (void)works.write<void>(access::Actor::program("system"), [&](access::Work& work) -> Done {
            note_refusal(work.db, refusal, work.now);
            return {};
        });
        return message.error();
    }
    const auto sender = access::Actor::program("member:" + message.value().claims.from);
    const auto effect = effect_of(works, message.value());
    auto answer = effect ? works.write<Answer>(sender, [&](access::Work& work) { return take(work, message.value(), *effect); })
                         : Result<Answer>(effect.error());
    if (answer) return answer;
    const Error error = answer.error();
    return works.write<Answer>(sender, [&](access::Work& work) { return turn_down(work, message.value(), error); });
}

Result<Exchange::Effect> Exchange::effect_of(access::Works& works, const Message& message) {
    if (!message.payload) return Effect();
    const Claims& claims = message.claims;
    const MessageType& type = *find_written_type(claims.type);
    const auto prepare = handlers_.find(type.name);
    if (prepare == handlers_.end()) return Effect();
    const bool its_turn = *works.read<bool>(access::Actor::program("member:" + claims.from), [&](access::Work& work) -> Result<bool> {
        const IncomingStream stream = incoming_stream(work.db, claims.from);
        return !stream.frozen && claims.place == stream.expected(claims.place) && !stream.used(claims.place);
    });
    // `take` says what it is instead.
    if (!its_turn) return Effect();
    return prepare->second(works, {claims.id, claims.from, prepare->first, type.version, claims.sent_at, *message.payload, message.text});
}

Result<Answer> Exchange::take(access::Work& work, const Message& message, const Effect& effect) {
    if (auto answer = answer_without_effect(work, message)) return *answer;
    if (!message.payload) return settle_as(work, message, Outcome::refused, message.refusal);
    if (!handlers_.contains(find_written_type(message.claims.type)->name)) return settle_as(work, message, Outcome::refused, "exchange.type_not_served");
    // Its turn came between the look and the transaction.
    if (!effect) return unavailable("exchange.gap");
    TRY(effect(work));
    return settle_as(work, message, Outcome::accepted, {});
}

Result<Answer> Exchange::turn_down(access::Work& work, const Message& message, const Error& error) {
    // Between the two transactions the same message may have come by another connection.
    if (auto answer = answer_without_effect(work, message)) return *answer;
    if (!passing(error)) return settle_as(work, message, Outcome::refused, error.key, receipt_params(error));
    Receipt receipt = receipt_for(work, message);
    receipt.outcome = Outcome::later;
    receipt.reason = error.key;
    receipt.params = receipt_params(error);
    return not_taken(work, message, receipt);
}

/// The answer to a message that came before, comes out of order, or from a frozen member; nothing for one whose turn it is.
std::optional<Answer> Exchange::answer_without_effect(access::Work& work, const Message& message) {
    const Claims& claims = message.claims;
    retry_now(work.db, claims.from, work.now);  // a sign of life
    due(work, claims.from);
    const auto settled = find_settled(work.db, claims.from, claims.id);
    if (settled && settled->hash == message.hash) {
        spdlog::info("exchange: message {} of {} came again", claims.id.str(), claims.from);
        counters_.repeated++;
        return Answer{settled->outcome, settled->receipt};
    }
    Receipt receipt = receipt_for(work, message);
    receipt.outcome = Outcome::later;
    const IncomingStream stream = incoming_stream(work.db, claims.from);
    if (settled) {
        freeze(work.db, claims.from, work.now);
        work.record({"message.equivocation", "message", claims.id.str(), {}, {{"from", claims.from}, {"hash", message.hash}}});
        receipt.reason = "exchange.equivocation";
    } else if (stream.frozen) {
        receipt.reason = "exchange.frozen";
    } else if (stream.used(claims.place)) {
        receipt.reason = "exchange.place_used";
    } else if (const Place expected = stream.expected(claims.place); claims.place != expected) {
        receipt.outcome = Outcome::gap;
        receipt.expected = expected;
        receipt.reason = "exchange.gap";
    } else {
        return std::nullopt;
    }
    return not_taken(work, message, receipt);
}

/// Keeps the answer with the message's place, so that it is given once and for all.
Answer Exchange::settle_as(access::Work& work, const Message& message, Outcome outcome, const std::string& reason,
                           std::map<std::string, std::string> params) {
    const Claims& claims = message.claims;
    Receipt receipt = receipt_for(work, message);
    receipt.params = std::move(params);
    receipt.outcome = outcome;
    receipt.reason = reason;
    receipt.position = next_position(work.db);
    const Answer answer{outcome, write_receipt(receipt, keys_)};
    add_to_inbox(work.db, message, receipt, answer.receipt);
    work.record({"message.received", "message", claims.id.str(), {},
                 {{"from", claims.from}, {"type", known_type(claims.type)}, {"outcome", std::string(name_of(outcome))}}});
    if (outcome == Outcome::refused) {
        const Refusal refusal = refusal_of(message, reason);
        log_refusal(refusal);
        note_refusal(work.db, refusal, work.now);
    }
    (outcome == Outcome::accepted ? counters_.accepted : counters_.turned_away)++;
    return answer;
}

Answer Exchange::not_taken(access::Work& work, const Message& message, const Receipt& receipt) {
    const Refusal refusal = refusal_of(message, receipt.reason);
    log_refusal(refusal);
    note_refusal(work.db, refusal, work.now);
    counters_.turned_away++;
    return {receipt.outcome, write_receipt(receipt, keys_)};
}

Receipt Exchange::receipt_for(access::Work& work, const Message& message) const {
    Receipt receipt;
    receipt.from = keys_.member;
    receipt.to = message.claims.from;
    receipt.message = message.claims.id;
    receipt.hash = message.hash;
    receipt.place = message.claims.place;
    receipt.at = work.now;
    return receipt;
}

}  // namespace homeward::exchange

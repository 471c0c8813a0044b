#include "exchange/exchange.h"

#include <stdexcept>

#include "base/json.h"
#include "exchange/detached.h"
#include "exchange/outbox.h"

namespace homeward::exchange {

Exchange::Exchange(NodeKeys keys, Membership members) : keys_(std::move(keys)), members_(std::move(members)) {
    const Member* us = members_.find(keys_.member);
    if (!us) throw std::runtime_error("the region's manifest has no member " + keys_.member);
    if (us->verify != keys_.sign.verify || us->seal != keys_.open.seal) {
        throw std::runtime_error("the region's manifest has other keys for " + keys_.member + " than its key file");
    }
}

void Exchange::serve(std::string_view type, Handler handler) {
    serve(type, Preparation([handler = std::move(handler)](access::Works&, const Incoming& message) -> Result<Effect> {
              return Effect([&handler, message](access::Work& work) { return handler(work, message); });
          }));
}

void Exchange::serve(std::string_view type, Preparation prepare) {
    if (!find_type(type)) throw std::logic_error("no message type " + std::string(type));
    if (!handlers_.emplace(type, std::move(prepare)).second) throw std::logic_error("two areas serve " + std::string(type));
}

Result<MessageId> Exchange::enqueue(access::Work& work, std::string_view type, std::string_view to, std::string_view payload) {
    const MessageType* known = find_type(type);
    const Member* reader = members_.find(to);
    if (!known) return invalid("exchange.unknown_type", "type");
    if (!reader || reader->id == keys_.member) return not_found("exchange.unknown_member");
    if (payload.size() > max_payload_bytes) return too_large("exchange.too_large");
    if (!json::parse(payload)) return invalid("exchange.payload_malformed", "payload");

    const Claims claims{MessageId::make(work.now), known->written(), keys_.member, reader->id,
                        take_place(work.db, to, work.now), work.now, work.now.plus_days(message_lifetime_days)};
    add_to_outbox(work.db, claims, write_message(claims, payload, keys_, reader->seal));
    work.record({"message.queued", "message", claims.id.str(), {}, {{"to", claims.to}, {"type", claims.type}}});
    due(work, claims.to);
    return claims.id;
}

std::string Exchange::sign(std::string_view typ, std::string_view text) const { return sign_detached(typ, text, keys_.sign); }

void Exchange::on_due(std::function<void(const std::string& member)> call) {
    const std::lock_guard lock(due_mutex_);
    due_ = std::move(call);
}

void Exchange::due(access::Work& work, const std::string& member) {
    work.after_commit([this, member] {
        const std::lock_guard lock(due_mutex_);
        if (due_) due_(member);
    });
}

}  // namespace homeward::exchange

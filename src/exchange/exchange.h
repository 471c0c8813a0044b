#pragma once
// Messages between the programs of a region. An area registers what it takes with `serve` and sends with `enqueue`;
// everything between, keys, order, repetition and proof, is done here and knows nothing of the areas.

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "access/works.h"
#include "exchange/envelope.h"
#include "store/migrate.h"

namespace homeward::exchange {

/// A message as its receiver's area sees it: proven, opened and in order.
///
/// type      without its version: `release`
/// version   `2.0`
/// payload   JSON, checked for form but not against its schema
/// text      the signed message itself, for an area that keeps it as evidence
struct Incoming {
    MessageId id;
    std::string from;
    std::string type;
    std::string_view version;
    Instant sent_at;
    std::string payload;
    std::string_view text;
};

/// The reply to one message: a signed receipt.
struct Answer {
    Outcome outcome = Outcome::accepted;
    std::string receipt;  ///< JWS
};

/// Counted since the start of the program.
struct Counters {
    std::atomic<std::int64_t> accepted{0};    ///< messages received and kept
    std::atomic<std::int64_t> repeated{0};    ///< received again, answered with the receipt of the first time
    std::atomic<std::int64_t> turned_away{0}; ///< received and not kept
    std::atomic<std::int64_t> delivered{0};   ///< sent, and receipted
    std::atomic<std::int64_t> attempts_failed{0};
};

class Exchange {
public:
    /// Does the work of one type within the Work of its receipt: both happen, or neither.
    /// An error refuses the message for good, and the sender is told its key; but after `unavailable` and `too_many`
    /// the sender tries again.
    using Handler = std::function<Done(access::Work&, const Incoming&)>;

    /// Throws std::runtime_error when the manifest does not list these keys under their member.
    Exchange(NodeKeys keys, Membership members);

    /// For a type that takes seconds to look at: does so on the thread of the message, outside of any transaction, and gives back
    /// what is left to do in one. An error answers the message as a handler's does. A message that was settled, or whose turn it is
    /// not, does not come here; one that comes twice at once does. What it read may have changed by the time of its effect.
    using Effect = std::function<Done(access::Work&)>;
    using Preparation = std::function<Result<Effect>(access::Works&, const Incoming&)>;

    /// Before the first message. Throws std::logic_error for an unknown type or one served already.
    void serve(std::string_view type, Handler handler);
    void serve(std::string_view type, Preparation prepare);

    /// Puts a message in line for a member; it leaves after the commit of this Work.
    ///
    /// type      without its version: `release`
    /// payload   JSON of the type's schema, at most 1 MiB; it is sealed for the receiver at once
    /// errors    not_found `exchange.unknown_member`; invalid `exchange.unknown_type`, `exchange.payload_malformed`;
    ///           too_large `exchange.too_large`
    Result<MessageId> enqueue(access::Work& work, std::string_view type, std::string_view to, std::string_view payload);

    /// Takes one message off the wire, in Works of its own; blocks until they have committed.
    ///
    /// errors    those of `read_message`, for a message that nobody can be held to: nothing changed but the list of
    ///           refusals
    Result<Answer> receive(access::Works& works, std::string_view text);

    /// Checks and opens again a message that an area kept as evidence, as on the day it came.
    /// errors    those of `read_message`
    Result<Message> read_kept(std::string_view text, Instant received_at) const { return read_message(text, keys_, members_, received_at); }

    /// Called after a commit, with the member that something became due for. Null to stop; returns when no call runs.
    void on_due(std::function<void(const std::string& member)> call);

    /// Signs a text of ours that stands elsewhere: a detached JWS.
    std::string sign(std::string_view typ, std::string_view text) const;

    const std::string& self() const { return keys_.member; }
    const Membership& members() const { return members_; }
    Counters& counters() { return counters_; }

private:
    /// What to do with a message, found out outside of any transaction.
    Result<Effect> effect_of(access::Works& works, const Message& message);
    Result<Answer> take(access::Work& work, const Message& message, const Effect& effect);
    Result<Answer> turn_down(access::Work& work, const Message& message, const Error& error);
    std::optional<Answer> answer_without_effect(access::Work& work, const Message& message);
    Answer settle_as(access::Work& work, const Message& message, Outcome outcome, const std::string& reason,
                     std::map<std::string, std::string> params = {});
    Answer not_taken(access::Work& work, const Message& message, const Receipt& receipt);
    Receipt receipt_for(access::Work& work, const Message& message) const;
    void due(access::Work& work, const std::string& member);

    NodeKeys keys_;
    Membership members_;
    std::map<std::string, Preparation, std::less<>> handlers_;
    Counters counters_;
    std::mutex due_mutex_;
    std::function<void(const std::string&)> due_;
};

/// For a database restored from a backup: what was sent since then would be numbered twice. Numbers start anew.
void begin_epoch(store::Connection& db, Instant now);

/// Lets messages of a member in again that was frozen for saying two things under one id.
/// errors    not_found `exchange.not_frozen`
Done thaw(store::Connection& db, std::string_view member);

std::vector<store::Migration> schema();

}  // namespace homeward::exchange

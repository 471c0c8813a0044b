#include "exchange/routes.h"

#include "exchange/state.h"
#include "http/json_reply.h"
#include "http/problem.h"

namespace homeward::exchange {

BOOST_DESCRIBE_STRUCT(PeerState, (), (member, name, waiting, delivered, refused_by_them, received, refused_by_us,
                                      oldest_waiting_at, next_attempt_at, problem, attempts, last_received_at, frozen_at))
BOOST_DESCRIBE_STRUCT(RefusedMessage, (), (at, claimed_sender, reason, hash, bytes))
BOOST_DESCRIBE_STRUCT(ExchangeState, (), (self, peers, refusals))

namespace {

/// For people who read logs; the receipt in the body is what counts.
int status_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::accepted: return 200;
        case Outcome::refused: return 422;
        case Outcome::gap: return 409;
        case Outcome::later: return 503;
    }
    return 503;
}

}  // namespace

void add_routes(http::Router& router, Exchange& exchange, access::Works& works) {
    // A reading route runs on a worker thread: the signature is checked there, and only what holds goes to the writer.
    router.open_read(
        "POST", "/exchange/messages",
        [&](access::Work&, const http::Request& request) -> Result<http::Reply> {
            const auto answer = exchange.receive(works, request.body);
            // A reply and no error: what strangers send must not grow the log of who did what.
            if (!answer) return http::problem(answer.error());
            return http::Reply{status_of(answer.value().outcome), "application/jose", answer.value().receipt, {}, {}};
        },
        {.max_body_bytes = max_message_bytes, .content_types = {"application/jose"}});
    router.read("GET", "/api/exchange/state", [&](access::Work& work, const http::Request&) -> Result<http::Reply> {
        return http::ok(TRY(exchange_state(work, exchange)));
    });
}

void add_metrics(http::Metrics& metrics, Exchange& exchange) {
    Counters& c = exchange.counters();
    const auto counter = [&](const char* name, const char* help, std::atomic<std::int64_t>& value) {
        metrics.counter(std::string("homeward_exchange_") + name + "_total", help, [&value] { return static_cast<double>(value.load()); });
    };
    counter("accepted", "Messages received and kept.", c.accepted);
    counter("repeated", "Messages received again and answered with their receipt.", c.repeated);
    counter("turned_away", "Messages received and not kept.", c.turned_away);
    counter("delivered", "Messages sent and receipted.", c.delivered);
    counter("attempts_failed", "Attempts to deliver that failed.", c.attempts_failed);
}

}  // namespace homeward::exchange

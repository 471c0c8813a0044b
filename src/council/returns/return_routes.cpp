#include "council/returns/return_routes.h"

#include <algorithm>

#include "access/permission.h"
#include "council/returns/evidence.h"
#include "http/json_reply.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(SignOff, (), (role, signed_at))

}  // namespace homeward::statistics

namespace homeward::council {

struct SignatureBody {
    bool verified = false;
    std::optional<std::string> problem;
    std::optional<Instant> signed_at;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(SignatureBody, (), (verified, problem, signed_at, hash))
struct WithdrawnBody {
    Instant at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawnBody, (), (at, reason))
struct ReturnBody {
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    Instant received_at;
    bool current = true;
    SignatureBody signature;
    std::vector<statistics::SignOff> sign_offs;
    std::size_t tables = 0, cells = 0, hidden = 0;
    std::optional<WithdrawnBody> withdrawn;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (), (id, state, year, reference_date, received_at, current, signature, sign_offs, tables, cells, hidden, withdrawn))
struct ReturnsBody {
    std::vector<ReturnBody> items;
};
BOOST_DESCRIBE_STRUCT(ReturnsBody, (), (items))

namespace {

SignatureBody signature_of(const Evidence& evidence) {
    if (!evidence.verified) return {false, evidence.problem, std::nullopt, evidence.hash};
    return {true, std::nullopt, evidence.signed_at, evidence.hash};
}

Result<ReturnBody> body_of(store::Connection& db, const exchange::Exchange& exchange, const ReceivedRelease& received) {
    const auto evidence = TRY(check_evidence(db, exchange, received));
    ReturnBody body{received.id, received.state, received.year, received.reference_date, received.received_at, received.current,
                    signature_of(evidence), {}, 0, 0, 0, {}};
    if (received.withdrawn) body.withdrawn = WithdrawnBody{received.withdrawn->at, received.withdrawn->reason};
    // What was changed on the disk may not even read; the list must say so and not break.
    const auto release = statistics::read_release(TRY(get_payload(db, received.id)));
    if (!release) return body;
    body.sign_offs = release->sign_offs;
    body.tables = release->tables.size();
    for (const auto& table : release->tables) {
        body.cells += table.cells.size();
        body.hidden += static_cast<std::size_t>(std::ranges::count_if(table.cells, &statistics::ReleasedCell::hidden));
    }
    return body;
}

}  // namespace

void return_routes(http::Router& router, const Program& program) {
    const auto& exchange = program.exchange;
    router.read("GET", "/api/returns", [&exchange](access::Work& work, const http::Request&) -> Result<http::Reply> {
        TRY(access::require(work.actor, access::Permission::read_council));
        ReturnsBody body;
        for (const auto& received : list_releases(work.db)) body.items.push_back(TRY(body_of(work.db, exchange, received)));
        return http::ok(body);
    });
}

}  // namespace homeward::council

#include "statistics/ledger/ledger_routes.h"

#include "access/permission.h"
#include "http/json_reply.h"
#include "statistics/ledger/entry_json.h"
#include "statistics/ledger/ledger_bodies.h"
#include "statistics/ledger/own_chain.h"

namespace homeward::statistics {

BOOST_DESCRIBE_ENUM(EntryState, waiting, in_ledger, refused)
struct OwnEntryBody {
    EntryId id;
    EntryKind kind = EntryKind::release;
    int year = 0;
    EntryState state = EntryState::waiting;
    std::optional<std::int64_t> position;
    std::optional<std::string> problem;
    std::map<std::string, std::string> params;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(OwnEntryBody, (), (id, kind, year, state, position, problem, params, made_at))
struct OwnEntriesBody {
    std::vector<OwnEntryBody> items;
};
BOOST_DESCRIBE_STRUCT(OwnEntriesBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

Done may_read(const Work& work) {
    TRY(access::require(work.actor, access::Permission::read_returns));
    return {};
}

Result<Reply> own(Work& work, const Request&) {
    TRY(may_read(work));
    OwnEntriesBody body;
    for (const auto& each : own_entries(work.db)) {
        body.items.push_back({each.id, each.kind, each.year, each.state, each.position, each.problem.empty() ? std::nullopt : std::optional(each.problem),
                              each.params, each.made_at});
    }
    return http::ok(body);
}

}  // namespace

void node_ledger_routes(http::Router& router, const exchange::Exchange& exchange) {
    router.read("GET", "/api/ledger", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        TRY(may_read(work));
        return ledger_page(work, request, exchange.members());
    });
    router.read("GET", "/api/ledger/check", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        TRY(may_read(work));
        return ledger_check(work, request, exchange.members());
    });
    router.read("GET", "/api/ledger/file", [&exchange](Work& work, const Request&) -> Result<Reply> {
        TRY(may_read(work));
        return ledger_download(work, exchange.members());
    });
    router.read("GET", "/api/ledger/own", own);
}

}  // namespace homeward::statistics

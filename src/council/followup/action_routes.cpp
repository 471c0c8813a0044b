#include "council/followup/action_routes.h"

#include "council/followup/action_json.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct ActionPageBody {
    std::vector<CouncilActionBody> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(ActionPageBody, (), (items, next))
struct OwnerTally {
    std::string owner, owner_name;
    std::int64_t overdue = 0, open = 0, done = 0, dropped = 0;
};
BOOST_DESCRIBE_STRUCT(OwnerTally, (), (owner, owner_name, overdue, open, done, dropped))
struct SessionTally {
    std::string session_id, title, title_ru;
    Date starts_on;
    std::int64_t overdue = 0, open = 0, done = 0, dropped = 0;
};
BOOST_DESCRIBE_STRUCT(SessionTally, (), (session_id, title, title_ru, starts_on, overdue, open, done, dropped))
struct RollUpBody {
    std::vector<OwnerTally> owners;
    std::vector<SessionTally> sessions;
};
BOOST_DESCRIBE_STRUCT(RollUpBody, (), (owners, sessions))

namespace {

using access::Permission;
using access::Work;
using actions::ActionId;
using http::Reply;
using http::Request;

struct ActionInput {
    std::string owner, title;
    std::optional<std::string> body;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(ActionInput, (), (owner, title, body, due_on))
struct DueInput {
    int version = 1;
    Date due_on;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DueInput, (), (version, due_on, reason))
struct DropInput {
    int version = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DropInput, (), (version, reason))

actions::NewAction action_of(const ActionInput& input) { return {input.owner, input.title, input.body.value_or(""), input.due_on, {}, {}}; }

Result<Reply> shown(Work& work, ActionId id) { return http::ok(body_of(work, TRY(get_council_action(work, id)))); }

Result<Reply> list(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    ActionFilter filter{text_query(request, "owner"), text_query(request, "state"), TRY(http::id_query<SessionId>(request, "session_id")),
                        TRY(http::id_query<SessionId>(request, "before_session")), TRY(http::id_query<DecisionId>(request, "decision_id")),
                        text_query(request, "cursor"), TRY(http::int_query(request, "limit", 20, 1, 200))};
    const auto page = TRY(list_council_actions(work, filter));
    ActionPageBody body;
    for (const auto& each : page.items) body.items.push_back(body_of(work, each));
    if (!page.next.empty()) body.next = page.next;
    return http::ok(body);
}

Result<Reply> roll_up(Work& work, const exchange::Exchange& exchange) {
    TRY(access::require(work.actor, Permission::read_council));
    RollUpBody body;
    for (const auto& each : tally_by_owner(work, exchange)) body.owners.push_back({each.key, each.title, each.overdue, each.open, each.done, each.dropped});
    for (const auto& each : tally_by_session(work)) body.sessions.push_back({each.key, each.title, each.title_ru, *each.starts_on, each.overdue, each.open, each.done, each.dropped});
    return http::ok(body);
}

}  // namespace

void action_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/actions", list);
    router.read("GET", "/api/actions/roll-up", [&exchange](Work& work, const Request&) { return roll_up(work, exchange); });
    router.read("GET", "/api/actions/{action_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return shown(work, TRY(http::id_of<ActionId>(request, "action_id")));
    });
    router.write("POST", "/api/decisions/{decision_id}/actions", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ActionInput>(request));
        return shown(work, TRY(act_on(work, exchange, TRY(http::id_of<DecisionId>(request, "decision_id")), action_of(input))));
    });
    router.write("POST", "/api/meetings/{session_id}/actions", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ActionInput>(request));
        return shown(work, TRY(act_for_session(work, exchange, TRY(http::id_of<SessionId>(request, "session_id")), action_of(input))));
    });
    router.write("POST", "/api/actions/{action_id}/progress", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<actions::ReportInput>(request));
        const auto id = TRY(http::id_of<ActionId>(request, "action_id"));
        TRY(actions::report_at_council(work, id, actions::progress_of(input)));
        return shown(work, id);
    });
    router.write("POST", "/api/actions/{action_id}/due", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DueInput>(request));
        const auto id = TRY(http::id_of<ActionId>(request, "action_id"));
        TRY(actions::move_due(work, exchange, id, input.version, input.due_on, input.reason));
        return shown(work, id);
    });
    router.write("POST", "/api/actions/{action_id}/drop", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DropInput>(request));
        const auto id = TRY(http::id_of<ActionId>(request, "action_id"));
        TRY(actions::drop_action(work, exchange, id, input.version, input.reason));
        return shown(work, id);
    });
}

}  // namespace homeward::council

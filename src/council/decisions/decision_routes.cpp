#include "council/decisions/decision_routes.h"

#include "council/decisions/decision_json.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct DecisionInput {
    SessionId session_id;
    std::optional<AgendaItemId> agenda_item_id;
    std::string text_en;
    std::optional<std::string> text_ru;
    Date decided_on;
};
BOOST_DESCRIBE_STRUCT(DecisionInput, (), (session_id, agenda_item_id, text_en, text_ru, decided_on))
struct ActionInput {
    std::string owner, title;
    std::optional<std::string> body;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(ActionInput, (), (owner, title, body, due_on))
}  // namespace

void decision_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/decisions", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        DecisionsBody body{{}, may(work.actor, Permission::edit_council)};
        for (const auto& decision : list_decisions(work.db, std::nullopt)) body.items.push_back(decision_body(work, decision));
        return http::ok(body);
    });
    router.write("POST", "/api/decisions", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<DecisionInput>(request));
        const auto id = TRY(record_decision(work, {input.session_id, input.agenda_item_id, input.text_en, input.text_ru.value_or(""), input.decided_on}));
        return http::created("/api/decisions/" + id.str(), decision_body(work, TRY(get_decision(work.db, id))));
    });
    router.write("POST", "/api/decisions/{decision_id}/actions", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<DecisionId>(request, "decision_id"));
        const auto input = TRY(http::body_as<ActionInput>(request));
        TRY(act_on(work, exchange, id, {input.owner, input.title, input.body.value_or(""), input.due_on, {}, {}}));
        return http::ok(decision_body(work, TRY(get_decision(work.db, id))));
    });
    router.read("GET", "/api/actions", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        actions::ActionsBody body;
        for (const auto& action : actions::list_actions(work.db, "")) body.items.push_back(actions::body_of(action, work.today(), false));
        return http::ok(body);
    });
}

}  // namespace homeward::council

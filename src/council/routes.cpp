#include "council/routes.h"

#include "actions/action_json.h"
#include "council/claims/claim.h"
#include "council/decisions/decision.h"
#include "council/public_routes.h"
#include "council/return_routes.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(AgendaItem, (), (id, position, title, body))

struct MemberBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(MemberBody, (), (id, name))
struct MembersBody {
    std::vector<MemberBody> items;
};
BOOST_DESCRIBE_STRUCT(MembersBody, (), (items))

struct DecisionBody {
    DecisionId id;
    std::string number;
    SessionId session_id;
    std::string session_title;
    std::optional<AgendaItemId> agenda_item_id;
    std::string text_en, text_ru;
    Date decided_on;
    std::vector<actions::ActionBody> actions;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (id, number, session_id, session_title, agenda_item_id, text_en, text_ru, decided_on, actions))
struct DecisionsBody {
    std::vector<DecisionBody> items;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(DecisionsBody, (), (items, may_edit))

struct SessionLine {
    SessionId id;
    std::string kind, title, host, place;
    Date starts_on, ends_on;
};
BOOST_DESCRIBE_STRUCT(SessionLine, (), (id, kind, title, host, place, starts_on, ends_on))
struct SessionsBody {
    std::vector<SessionLine> items;
    bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(SessionsBody, (), (items, may_edit))
struct SessionAllows {
    bool edit = false;
};
BOOST_DESCRIBE_STRUCT(SessionAllows, (), (edit))
struct SessionBody {
    SessionId id;
    std::string kind, title, host, place;
    Date starts_on, ends_on;
    std::vector<AgendaItem> agenda;
    std::vector<DecisionBody> decisions;
    SessionAllows allows;
};
BOOST_DESCRIBE_STRUCT(SessionBody, (), (id, kind, title, host, place, starts_on, ends_on, agenda, decisions, allows))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct SessionInput {
    std::string kind, title, host, place;
    Date starts_on, ends_on;
};
BOOST_DESCRIBE_STRUCT(SessionInput, (), (kind, title, host, place, starts_on, ends_on))
struct AgendaInput {
    std::string title;
    std::optional<std::string> body;
};
BOOST_DESCRIBE_STRUCT(AgendaInput, (), (title, body))
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
struct ClaimInput {
    std::string figure, about;
    std::optional<std::string> part;
    std::int64_t value;
    std::string qualifier;
    PartialDate as_of;
    std::string definition, source;
    std::optional<std::string> source_url;
};
BOOST_DESCRIBE_STRUCT(ClaimInput, (), (figure, about, part, value, qualifier, as_of, definition, source, source_url))

DecisionBody decision_body(Work& work, const Decision& decision) {
    DecisionBody body{decision.id, decision.number, decision.session_id, decision.session_title, decision.agenda_item_id,
                      decision.text_en, decision.text_ru, decision.decided_on, {}};
    for (const auto& action : decision.actions) body.actions.push_back(actions::body_of(action, work.today(), false));
    return body;
}

SessionBody session_body(Work& work, const Session& session) {
    SessionBody body{session.id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on,
                     session.agenda, {}, {may(work.actor, Permission::edit_council)}};
    for (const auto& decision : list_decisions(work.db, session.id)) body.decisions.push_back(decision_body(work, decision));
    return body;
}

void session_routes(http::Router& router, exchange::Exchange& exchange) {
    router.read("GET", "/api/members", [&exchange](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        MembersBody body;
        for (const auto& member : exchange.members().members()) {
            if (member.id != exchange.self()) body.items.push_back({member.id, member.name});
        }
        return http::ok(body);
    });
    router.read("GET", "/api/meetings", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        SessionsBody body{{}, may(work.actor, Permission::edit_council)};
        for (const auto& session : list_sessions(work.db)) {
            body.items.push_back({session.id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on});
        }
        return http::ok(body);
    });
    router.write("POST", "/api/meetings", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<SessionInput>(request));
        const auto id = TRY(open_session(work, exchange.members(), {{}, input.kind, input.title, input.host, input.place, input.starts_on, input.ends_on, {}}));
        return http::created("/api/meetings/" + id.str(), session_body(work, TRY(get_session(work.db, id))));
    });
    router.read("GET", "/api/meetings/{session_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(session_body(work, TRY(get_session(work.db, TRY(http::id_of<SessionId>(request, "session_id"))))));
    });
    router.write("POST", "/api/meetings/{session_id}/agenda", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<AgendaInput>(request));
        TRY(add_agenda_item(work, id, input.title, input.body.value_or("")));
        return http::ok(session_body(work, TRY(get_session(work.db, id))));
    });
}

void decision_routes(http::Router& router, exchange::Exchange& exchange) {
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

void claim_routes(http::Router& router) {
    router.write("POST", "/api/claims", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ClaimInput>(request));
        TRY(publish_claim(work, {{}, input.figure, input.about, input.part.value_or(""), input.value, input.qualifier, input.as_of,
                                 input.definition, input.source, input.source_url.value_or("")}));
        return http::no_content();
    });
    router.write("POST", "/api/claims/{claim_id}/withdrawal", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(withdraw_claim(work, TRY(http::id_of<ClaimId>(request, "claim_id"))));
        return http::no_content();
    });
}

}  // namespace

void routes(http::Router& router, exchange::Exchange& exchange) {
    session_routes(router, exchange);
    decision_routes(router, exchange);
    claim_routes(router);
    return_routes(router, exchange);
    public_routes(router);
}

}  // namespace homeward::council

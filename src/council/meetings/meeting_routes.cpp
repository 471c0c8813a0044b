#include "council/meetings/meeting_routes.h"

#include "council/decisions/decision_json.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(AgendaItem, (), (id, position, title, body))
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
SessionBody session_body(Work& work, const Session& session) {
    SessionBody body{session.id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on,
                     session.agenda, {}, {may(work.actor, Permission::edit_council)}};
    for (const auto& decision : list_decisions(work.db, session.id)) body.decisions.push_back(decision_body(work, decision));
    return body;
}

}  // namespace

void meeting_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
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

}  // namespace homeward::council

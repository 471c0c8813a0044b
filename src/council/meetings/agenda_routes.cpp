#include "council/meetings/meeting_routes.h"
#include "council/meetings/session_json.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct AgendaInput {
    std::string title;
    std::optional<std::string> body, title_ru, body_ru;
    std::optional<Date> held_on;
    std::optional<std::string> starts_at;
    std::optional<int> minutes;
    std::optional<std::string> owner, speaker;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(AgendaInput, (), (title, body, title_ru, body_ru, held_on, starts_at, minutes, owner, speaker, version))
struct MoveInput {
    int version = 0;
    int position = 0;
};
BOOST_DESCRIBE_STRUCT(MoveInput, (), (version, position))
struct RemovalInput {
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(RemovalInput, (), (version))

AgendaItem item_of(const AgendaInput& input) {
    return {{}, 1, input.title, input.body.value_or(""), input.title_ru.value_or(""), input.body_ru.value_or(""), input.held_on,
            input.starts_at.value_or(""), input.minutes.value_or(0), input.owner.value_or(""), input.speaker.value_or(""), input.version.value_or(0)};
}

Result<Reply> shown(Work& work, const Request& request, SessionId id) {
    return http::ok(body_of(work, TRY(get_session(work.db, id)), language_of(work, request)));
}

}  // namespace

void agenda_routes(http::Router& router) {
    router.write("POST", "/api/meetings/{session_id}/agenda", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(add_agenda_item(work, id, item_of(TRY(http::body_as<AgendaInput>(request)))));
        return shown(work, request, id);
    });
    router.write("PUT", "/api/meetings/{session_id}/agenda/{item_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        AgendaItem item = item_of(TRY(http::body_as<AgendaInput>(request)));
        item.id = TRY(http::id_of<AgendaItemId>(request, "item_id"));
        TRY(edit_agenda_item(work, id, item));
        return shown(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/agenda/{item_id}/move", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<MoveInput>(request));
        TRY(move_agenda_item(work, id, TRY(http::id_of<AgendaItemId>(request, "item_id")), input.version, input.position));
        return shown(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/agenda/{item_id}/removal", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(remove_agenda_item(work, id, TRY(http::id_of<AgendaItemId>(request, "item_id")), TRY(http::body_as<RemovalInput>(request)).version));
        return shown(work, request, id);
    });
}

}  // namespace homeward::council

#include "council/meetings/meeting_routes.h"

#include "council/audience.h"
#include "council/meetings/session_json.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct SessionInput {
    std::string kind, title, host, place;
    Date starts_on, ends_on;
    std::optional<std::string> title_ru, mode, about_en, about_ru, questions, opens_at, closes_at, group;
    std::optional<int> utc_offset_minutes;
    std::optional<Date> register_until;
    std::optional<bool> is_public;
    std::optional<std::vector<std::string>> organisers;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(SessionInput, (), (kind, title, host, place, starts_on, ends_on, title_ru, mode, about_en, about_ru, questions, opens_at,
    closes_at, group, utc_offset_minutes, register_until, is_public, organisers, version))
struct VersionInput {
    int version = 0;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(VersionInput, (), (version, reason))
struct SummaryInput {
    int version = 0;
    std::string text_en, text_ru;
    bool publish = false;
};
BOOST_DESCRIBE_STRUCT(SummaryInput, (), (version, text_en, text_ru, publish))
struct SourceInput {
    std::string source;
    std::optional<std::string> body, name, source_url;
};
BOOST_DESCRIBE_STRUCT(SourceInput, (), (source, body, name, source_url))

Session session_of(const SessionInput& input) {
    Session session{{}, input.kind, input.title, input.host, input.place, input.starts_on, input.ends_on, {}};
    session.title_ru = input.title_ru.value_or("");
    session.mode = input.mode.value_or("in_person");
    session.about_en = input.about_en.value_or("");
    session.about_ru = input.about_ru.value_or("");
    session.questions = input.questions.value_or("");
    session.opens_at = input.opens_at.value_or("");
    session.closes_at = input.closes_at.value_or("");
    session.group = input.group.value_or("");
    session.utc_offset_minutes = input.utc_offset_minutes.value_or(300);
    session.register_until = input.register_until;
    session.is_public = input.is_public.value_or(false);
    session.organisers = input.organisers.value_or(std::vector<std::string>());
    session.version = input.version.value_or(0);
    return session;
}

Result<SessionFilter> filter_of(const Work& work, const Request& request) {
    SessionFilter filter{.reader = json_words(work.actor)};
    filter.kind = std::string(request.query("kind").value_or(""));
    filter.state = std::string(request.query("state").value_or(""));
    filter.group = std::string(request.query("group").value_or(""));
    if (request.query("year") && !request.query("year")->empty()) filter.year = TRY(http::int_query(request, "year", 0, 1900, 2200));
    return filter;
}

/// Sessions that the actor may see, whoever it is.
Result<Reply> list(Work& work, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200));
    const auto filter = TRY(filter_of(work, request));
    std::optional<SessionCursor> after;
    if (const auto text = request.query("cursor"); text && !text->empty()) {
        after = SessionCursor::parse(*text);
        if (!after) return invalid("session.cursor", "cursor");
    }
    SessionsBody body{{}, {}, session_years(work.db, filter.reader), {}, access::may(work.actor, Permission::edit_council)};
    std::vector<std::string> hosts;
    const auto sessions = list_sessions(work.db, filter, after, limit + 1);
    for (const auto& session : sessions) {
        if (static_cast<int>(body.items.size()) == limit) {
            const auto& last = body.items.back();
            body.next = SessionCursor{last.starts_on, last.id}.str();
            break;
        }
        body.items.push_back(line_of(session));
        hosts.push_back(session.host);
    }
    body.names = names_of(work.db, hosts, work.today(), language_of(work, request));
    return http::ok(body);
}

Result<Reply> show(Work& work, const Request& request) {
    return http::ok(body_of(work, TRY(see_session(work, TRY(http::id_of<SessionId>(request, "session_id")))), language_of(work, request)));
}

Result<Reply> shown(Work& work, const Request& request, SessionId id) {
    return http::ok(body_of(work, TRY(get_session(work.db, id)), language_of(work, request)));
}

void change_routes(http::Router& router) {
    router.write("POST", "/api/meetings/{session_id}/held", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(hold_session(work, id, TRY(http::body_as<VersionInput>(request)).version));
        return shown(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/cancellation", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<VersionInput>(request));
        TRY(cancel_session(work, id, input.version, input.reason.value_or("")));
        return shown(work, request, id);
    });
    router.write("PUT", "/api/meetings/{session_id}/summary", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<SummaryInput>(request));
        TRY(write_summary(work, id, input.version, input.text_en, input.text_ru, input.publish));
        return shown(work, request, id);
    });
    router.write("POST", "/api/meetings/{session_id}/sources", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        const auto input = TRY(http::body_as<SourceInput>(request));
        TRY(add_source(work, id, {{}, input.body.value_or(""), input.name.value_or(""), input.source, input.source_url.value_or("")}));
        return shown(work, request, id);
    });
    router.write("DELETE", "/api/meetings/{session_id}/sources/{source_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(remove_source(work, id, TRY(http::id_of<SessionSourceId>(request, "source_id"))));
        return shown(work, request, id);
    });
}

}  // namespace

void session_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/meetings", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return list(work, request);
    });
    router.write("POST", "/api/meetings", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(open_session(work, exchange.members(), session_of(TRY(http::body_as<SessionInput>(request)))));
        return http::created("/api/meetings/" + id.str(), body_of(work, TRY(get_session(work.db, id)), language_of(work, request)));
    });
    router.read("GET", "/api/meetings/{session_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return show(work, request);
    });
    router.write("PUT", "/api/meetings/{session_id}", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        Session session = session_of(TRY(http::body_as<SessionInput>(request)));
        session.id = TRY(http::id_of<SessionId>(request, "session_id"));
        TRY(edit_session(work, exchange.members(), session));
        return shown(work, request, session.id);
    });
    change_routes(router);
    // What everybody may see: a guest holds the word `all` alone.
    router.open_read("GET", "/api/public/meetings", list);
    router.open_read("GET", "/api/public/meetings/{session_id}", show);
}

void meeting_routes(http::Router& router, const Program& program) {
    session_routes(router, program);
    agenda_routes(router);
    registration_routes(router);
    minutes_routes(router);
    visit_routes(router);
    group_routes(router);
    session_file_routes(router, program);
}

}  // namespace homeward::council

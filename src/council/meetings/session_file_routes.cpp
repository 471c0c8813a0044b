#include "council/audience.h"
#include "council/meetings/feed.h"
#include "council/meetings/meeting_routes.h"
#include "council/meetings/printed_session.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct LinkBody {
    std::optional<Instant> since;
    std::optional<std::string> url;  ///< shown once, when it is made
};
BOOST_DESCRIBE_STRUCT(LinkBody, (), (since, url))

/// agenda-2024-05-14-ru.pdf
Reply pdf(const Work& work, const Session& session, const char* what, const std::string& language, const printing::Document& document) {
    const std::string name = std::string(what) + "-" + session.starts_on.str() + "-" + language + ".pdf";
    return http::download("application/pdf", name, printing::to_pdf(document, work.now));
}

Reply calendar(std::string_view name, std::string text) {
    return http::download("text/calendar; charset=utf-8", name, std::move(text));
}

Result<Reply> agenda_pdf(Work& work, const Request& request) {
    const Session session = TRY(see_session(work, TRY(http::id_of<SessionId>(request, "session_id"))));
    const std::string language = paper_language(request);
    return pdf(work, session, "agenda", language, printed_agenda(work.db, session, language));
}

Result<Reply> summary_pdf(Work& work, const Request& request) {
    const Session session = TRY(see_session(work, TRY(http::id_of<SessionId>(request, "session_id"))));
    if (!session.summary_published_at && !access::may(work.actor, Permission::edit_council)) return not_found("summary.not_found");
    if (session.summary_en.empty() && session.summary_ru.empty()) return not_found("summary.not_found");
    const std::string language = paper_language(request);
    return pdf(work, session, "summary", language, printed_summary(work.db, session, language));
}

Result<Reply> minutes_pdf(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_council));
    const Session session = TRY(see_session(work, TRY(http::id_of<SessionId>(request, "session_id"))));
    const auto minutes = see_minutes(work, session.id);
    if (!minutes) return not_found("minutes.not_found");
    const std::string language = paper_language(request);
    return pdf(work, session, "minutes", language, printed_minutes(work.db, session, *minutes, language));
}

http::Handler session_ics(const std::string& public_url) {
    return [public_url](Work& work, const Request& request) -> Result<Reply> {
        const Session session = TRY(see_session(work, TRY(http::id_of<SessionId>(request, "session_id"))));
        const auto event = event_of(work.db, session, paper_language(request), public_url, work.now);
        return calendar("session-" + session.starts_on.str() + ".ics", write_calendar(event.summary, {event}));
    };
}

void feed_routes(http::Router& router, const std::string& public_url) {
    router.open_read("GET", "/api/public/calendar.ics", [public_url](Work& work, const Request& request) -> Result<Reply> {
        // A guest's words, also when somebody is signed in: this address is given on to anybody.
        return calendar("council.ics", feed_of(work, json_words(access::Actor::guest()), paper_language(request), public_url));
    });
    router.open_read("GET", "/api/calendar/{file}", [public_url](Work& work, const Request& request) -> Result<Reply> {
        std::string_view file = request.path_parameter("file");
        if (!file.ends_with(".ics")) return not_found("calendar.no_such_link");
        file.remove_suffix(4);
        const auto reader = TRY(reader_of_link(work.db, file));
        return calendar("council.ics", feed_of(work, json_words(reader), reader.language, public_url));
    });
    router.read("GET", "/api/calendar/link", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return http::ok(LinkBody{calendar_link_since(work), {}});
    });
    router.write("POST", "/api/calendar/link", [public_url](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        const std::string token = renew_calendar_link(work);
        return http::ok(LinkBody{work.now, public_url + "/api/calendar/" + token + ".ics"});
    });
    router.write("DELETE", "/api/calendar/link", [](Work& work, const Request&) -> Result<Reply> {
        TRY(end_calendar_link(work));
        return http::no_content();
    });
}

}  // namespace

void session_file_routes(http::Router& router, const Program& program) {
    router.read("GET", "/api/meetings/{session_id}/agenda.pdf", agenda_pdf);
    router.read("GET", "/api/meetings/{session_id}/summary.pdf", summary_pdf);
    router.read("GET", "/api/meetings/{session_id}/minutes.pdf", minutes_pdf);
    router.read("GET", "/api/meetings/{session_id}/session.ics", session_ics(program.public_url));
    router.open_read("GET", "/api/public/meetings/{session_id}/agenda.pdf", agenda_pdf);
    router.open_read("GET", "/api/public/meetings/{session_id}/summary.pdf", summary_pdf);
    router.open_read("GET", "/api/public/meetings/{session_id}/session.ics", session_ics(program.public_url));
    feed_routes(router, program.public_url);
}

}  // namespace homeward::council

#include "council/audience.h"
#include "council/meetings/session.h"
#include "council/members/body.h"
#include "search/index.h"

namespace homeward::council {
namespace {

/// Topic codes have the names of the groups.
std::string topic_of(const Session& session) { return session.group; }

std::string searched_text(const Session& session) {
    std::string text = session.about_en + "\n" + session.about_ru + "\n" + session.place;
    for (const auto& source : session.sources) text += "\n" + source.name;
    for (const auto& item : session.agenda) text += "\n" + item.title + "\n" + item.title_ru + "\n" + item.body + "\n" + item.body_ru;
    // A draft is the secretariat's own: nobody else may find its words.
    if (session.summary_published_at) text += "\n" + session.summary_en + "\n" + session.summary_ru;
    return text;
}

}  // namespace

std::string hosting_state(store::Connection& db, const Session& session) {
    const auto body = find_body(db, session.host);
    return body && body->kind == "state" ? session.host : "";
}

void publish_session(access::Work& work, SessionId id) {
    const Session session = get_session(work.db, id).value();
    const Audience readers{session.is_public ? "all" : "signed_in"};
    set_audience(work, "announcement", id.str(), readers);
    // Papers hang on the session and its items: they stay with the Council, also where the announcement is for everybody.
    set_audience(work, "session", id.str(), {"signed_in"});
    for (const auto& item : session.agenda) set_audience(work, "agenda_item", item.id.str(), {"signed_in"});
    const std::string title = session.title_ru.empty() ? session.title : session.title + " · " + session.title_ru;
    search::put(work.db, {"session", id.str(), title, searched_text(session), readers, hosting_state(work.db, session),
                          topic_of(session), session.starts_on});
}

}  // namespace homeward::council

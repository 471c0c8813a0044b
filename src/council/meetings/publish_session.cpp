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

std::string both_titles(const Session& session) { return session.title_ru.empty() ? session.title : session.title + " · " + session.title_ru; }

void publish_session(access::Work& work, SessionId id) {
    const Session session = get_session(work.db, id).value();
    const Audience readers{session.is_public ? "all" : "signed_in"};
    set_audience(work, "announcement", id.str(), readers);
    // Papers hang on the session and its items: they stay with the Council, also where the announcement is for everybody.
    set_audience(work, "session", id.str(), {"signed_in"});
    for (const auto& item : session.agenda) set_audience(work, "agenda_item", item.id.str(), {"signed_in"});
    search::put(work.db, {"session", id.str(), both_titles(session), searched_text(session), readers, state_or_none(work.db, session.host),
                          topic_of(session), session.starts_on});
}

}  // namespace homeward::council

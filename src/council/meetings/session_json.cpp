#include "council/meetings/session_json.h"

#include "council/audience.h"

namespace homeward::council {
namespace {

std::vector<AgendaItemBody> agenda_of(const Session& session) {
    std::vector<AgendaItemBody> bodies;
    const auto times = times_of(session);
    const auto clock = [](const std::optional<int>& minutes) { return minutes ? clock_of_minutes(*minutes) : std::string(); };
    for (std::size_t i = 0; i < session.agenda.size(); ++i) {
        const auto& item = session.agenda[i];
        const auto& time = times[i];
        bodies.push_back({item.id, item.position, item.title, item.body, item.title_ru, item.body_ru, time.day, item.starts_at, item.minutes,
                          item.owner, item.speaker, item.version, clock(time.begins), clock(time.ends), time.overlaps});
    }
    return bodies;
}

}  // namespace

SessionLine line_of(const Session& s) {
    return {s.id, s.kind, s.title, s.title_ru, s.state, s.mode, s.host, s.place, s.starts_on, s.ends_on, s.group, s.is_public, s.is_example};
}

SessionBody body_of(access::Work& work, const Session& s, const std::string& language) {
    const bool edit = access::may(work.actor, access::Permission::edit_council);
    SessionBody body{s.id, s.kind, s.title, s.title_ru, s.state, s.cancelled_because, s.mode, s.host, s.organisers, s.place, s.starts_on, s.ends_on,
                     s.opens_at, s.closes_at, s.utc_offset_minutes, std::nullopt, s.register_until, s.group, s.is_public, s.is_example, s.about_en,
                     s.about_ru, s.questions, s.sources, agenda_of(s), std::nullopt, {}, s.version, {edit && s.state != "cancelled", false}};
    if (const auto opens = minutes_of_clock(s.opens_at)) body.begins = instant_of(s, s.starts_on, *opens);
    if (s.summary_published_at || edit) body.summary = SummaryBody{s.summary_en, s.summary_ru, s.summary_published_at};
    auto codes = s.organisers;
    codes.push_back(s.host);
    for (const auto& item : s.agenda) codes.push_back(item.owner);
    for (const auto& source : s.sources) codes.push_back(source.body);
    body.names = names_of(work.db, codes, s.starts_on, language);
    body.allows.see_minutes = may_see(work, "minutes", s.id.str());
    return body;
}

}  // namespace homeward::council

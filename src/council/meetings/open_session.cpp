#include <algorithm>
#include <array>
#include <set>

#include "council/meetings/agenda_clock.h"
#include "council/members/body.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 6> kKinds{"plenary", "working_group", "side_event", "briefing", "workshop", "site_visit"};
constexpr std::array<std::string_view, 3> kModes{"in_person", "online", "hybrid"};
constexpr std::size_t kMostOrganisers = 20;

bool known(Work& work, const exchange::Membership& members, const std::string& code) {
    return members.find(code) != nullptr || is_body(work.db, code);
}

Done check_bodies(Work& work, const exchange::Membership& members, const Session& session) {
    if (!session.host.empty() && !known(work, members, session.host)) return invalid("session.host", "host");
    if (session.organisers.size() > kMostOrganisers) return invalid("session.organiser", "organisers");
    std::set<std::string> seen;
    for (const auto& code : session.organisers) {
        if (!known(work, members, code) || !seen.insert(code).second) return invalid("session.organiser", "organisers");
    }
    if (!session.group.empty()) {
        if (session.kind != "working_group") return invalid("session.group", "group");
        if (!work.db.query("SELECT 1 FROM working_groups WHERE code = $1", session.group).next()) return invalid("session.group", "group");
    }
    return {};
}

Done check_times(const Session& session) {
    if (session.ends_on < session.starts_on) return invalid("session.dates", "ends_on");
    const auto opens = minutes_of_clock(session.opens_at), closes = minutes_of_clock(session.closes_at);
    if (!session.opens_at.empty() && !opens) return invalid("session.clock", "opens_at");
    if (!session.closes_at.empty() && !closes) return invalid("session.clock", "closes_at");
    if (opens && closes && session.starts_on == session.ends_on && *closes <= *opens) return invalid("session.clock_order", "closes_at");
    // Every offset in use is of whole quarters of an hour.
    if (session.utc_offset_minutes < -720 || session.utc_offset_minutes > 840 || session.utc_offset_minutes % 15 != 0) {
        return invalid("session.offset", "utc_offset_minutes");
    }
    if (session.register_until && *session.register_until > session.ends_on) return invalid("session.register_until", "register_until");
    return {};
}

Done check_session(Work& work, const exchange::Membership& members, const Session& session) {
    if (std::ranges::find(kKinds, session.kind) == kKinds.end()) return invalid("session.kind", "kind");
    if (std::ranges::find(kModes, session.mode) == kModes.end()) return invalid("session.mode", "mode");
    TRY(check_bodies(work, members, session));
    TRY(check_text(session.title, 300, "title"));
    TRY(check_optional_text(session.title_ru, 300, "title_ru"));
    TRY(check_optional_text(session.place, 200, "place"));
    TRY(check_optional_text(session.about_en, 4000, "about_en"));
    TRY(check_optional_text(session.about_ru, 4000, "about_ru"));
    TRY(check_optional_text(session.questions, 4000, "questions"));
    return check_times(session);
}

void save_organisers(Work& work, SessionId id, const std::vector<std::string>& organisers) {
    work.db.run("DELETE FROM session_organisers WHERE session_id = $1", id);
    int position = 0;
    for (const auto& code : organisers) {
        work.db.run("INSERT INTO session_organisers (session_id, position, body) VALUES ($1, $2, $3)", id, ++position, code);
    }
}

void save_details(Work& work, SessionId id, const Session& s) {
    work.db.run("UPDATE council_sessions SET mode = $2, title_ru = $3, about_en = $4, about_ru = $5, questions = $6, opens_at = $7,"
                " closes_at = $8, utc_offset_minutes = $9, register_until = $10, group_code = $11, is_public = $12, is_example = $13 WHERE id = $1",
                id, s.mode, s.title_ru, s.about_en, s.about_ru, s.questions, s.opens_at, s.closes_at, s.utc_offset_minutes, s.register_until,
                s.group, s.is_public, s.is_example);
    save_organisers(work, id, s.organisers);
}

/// What is there already must still be possible after a change of the session.
Done check_agenda(const Session& changed, const Session& before) {
    for (const auto& item : before.agenda) {
        if (item.held_on && (*item.held_on < changed.starts_on || changed.ends_on < *item.held_on)) return invalid("session.item_outside", "ends_on");
        if (!item.speaker.empty() && !changed.is_public) return conflict("session.speakers_named");
    }
    return {};
}

}  // namespace

Result<SessionId> open_session(Work& work, const exchange::Membership& members, const Session& session) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_session(work, members, session));
    const auto id = SessionId::make(work.now);
    work.db.run("INSERT INTO council_sessions (id, kind, title, host, place, starts_on, ends_on, created_by, created_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on, work.actor.log_name(), work.now);
    save_details(work, id, session);
    publish_session(work, id);
    work.record({"session.opened", "session", id.str()});
    return id;
}

Done edit_session(Work& work, const exchange::Membership& members, const Session& session) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session before = TRY(get_session(work.db, session.id));
    if (before.version != session.version) return conflict("session.changed");
    if (before.state == "cancelled") return conflict("session.cancelled");
    TRY(check_session(work, members, session));
    TRY(check_agenda(session, before));
    work.db.run("UPDATE council_sessions SET kind = $2, title = $3, host = $4, place = $5, starts_on = $6, ends_on = $7, version = version + 1"
                " WHERE id = $1", session.id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on);
    Session kept = session;
    kept.is_example = before.is_example;  // what was invented stays marked so
    save_details(work, session.id, kept);
    publish_session(work, session.id);
    work.record({"session.edited", "session", session.id.str()});
    return {};
}

Result<SessionSourceId> add_source(Work& work, SessionId id, const SessionSource& source) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(get_session(work.db, id));
    if (!source.body.empty() && !is_body(work.db, source.body)) return invalid("session.source_body", "body");
    TRY(check_optional_text(source.name, 300, "name"));
    TRY(check_text(source.source, 300, "source"));
    TRY(check_link(source.source_url, "source_url"));
    const auto source_id = SessionSourceId::make(work.now);
    work.db.run("INSERT INTO session_sources (id, session_id, body, name, source, source_url, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                source_id, id, source.body, source.name, source.source, source.source_url, work.actor.log_name(), work.now);
    publish_session(work, id);
    work.record({"session.source_added", "session", id.str(), {}, {{"source", source_id.str()}}});
    return source_id;
}

Done remove_source(Work& work, SessionId id, SessionSourceId source) {
    TRY(access::require(work.actor, Permission::edit_council));
    if (work.db.run("DELETE FROM session_sources WHERE id = $1 AND session_id = $2", source, id) == 0) return not_found("session.no_such_source");
    publish_session(work, id);
    work.record({"session.source_removed", "session", id.str(), {}, {{"source", source.str()}}});
    return {};
}

}  // namespace homeward::council

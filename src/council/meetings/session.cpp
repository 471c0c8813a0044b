#include "council/meetings/session.h"

#include <algorithm>
#include <array>

#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr const char* kColumns = "id, kind, title, host, place, starts_on, ends_on";

Session session_of(const store::Row& row) {
    return {row.get<SessionId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)),
            row.get<Date>(5), row.get<Date>(6), {}};
}

}  // namespace

Result<SessionId> open_session(Work& work, const exchange::Membership& members, const Session& session) {
    constexpr std::array<std::string_view, 6> kinds{"plenary", "working_group", "side_event", "briefing", "workshop", "site_visit"};
    TRY(access::require(work.actor, Permission::edit_council));
    if (std::ranges::find(kinds, session.kind) == kinds.end()) return invalid("session.kind", "kind");
    if (!session.host.empty() && !members.find(session.host)) return invalid("session.host", "host");
    TRY(check_text(session.title, 300, "title"));
    TRY(check_optional_text(session.place, 200, "place"));
    if (session.ends_on < session.starts_on) return invalid("session.dates", "ends_on");
    const auto id = SessionId::make(work.now);
    work.db.run("INSERT INTO council_sessions (id, kind, title, host, place, starts_on, ends_on, created_by, created_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, session.kind, session.title, session.host, session.place, session.starts_on, session.ends_on, work.actor.log_name(), work.now);
    work.record({"session.opened", "session", id.str()});
    return id;
}

Result<AgendaItemId> add_agenda_item(Work& work, SessionId session, const std::string& title, const std::string& body) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(get_session(work.db, session));
    TRY(check_text(title, 300, "title"));
    TRY(check_optional_text(body, 4000, "body"));
    const auto id = AgendaItemId::make(work.now);
    work.db.run("INSERT INTO agenda_items (id, session_id, position, title, body, created_at) VALUES ($1, $2,"
                " (SELECT COALESCE(MAX(position), 0) + 1 FROM agenda_items WHERE session_id = $2), $3, $4, $5)",
                id, session, title, body, work.now);
    work.record({"agenda.added", "agenda_item", id.str(), {}, {{"session", session.str()}}});
    return id;
}

std::vector<Session> list_sessions(store::Connection& db) {
    std::vector<Session> sessions;
    for (const auto row : db.query(std::string("SELECT ") + kColumns + " FROM council_sessions ORDER BY starts_on DESC, id DESC")) {
        sessions.push_back(session_of(row));
    }
    return sessions;
}

Result<Session> get_session(store::Connection& db, SessionId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM council_sessions WHERE id = $1", id);
    if (!query.next()) return not_found("session.not_found");
    Session session = session_of(query.row());
    for (const auto row : db.query("SELECT id, position, title, body FROM agenda_items WHERE session_id = $1 ORDER BY position", id)) {
        session.agenda.push_back({row.get<AgendaItemId>(0), row.get<int>(1), std::string(row.text(2)), std::string(row.text(3))});
    }
    return session;
}

}  // namespace homeward::council

#include "council/meetings/session.h"

#include "council/audience.h"

namespace homeward::council {
namespace {

constexpr const char* kColumns =
    "s.id, s.kind, s.title, s.host, s.place, s.starts_on, s.ends_on, s.title_ru, s.state, s.cancelled_because, s.mode, s.about_en,"
    " s.about_ru, s.questions, s.opens_at, s.closes_at, s.utc_offset_minutes, s.register_until, s.group_code, s.is_public,"
    " s.is_example, s.summary_en, s.summary_ru, s.summary_published_at, s.version";

Session session_of(const store::Row& row) {
    const auto text = [&](int i) { return std::string(row.text(i)); };
    Session session{row.get<SessionId>(0), text(1), text(2), text(3), text(4), row.get<Date>(5), row.get<Date>(6), {}};
    session.title_ru = text(7);
    session.state = text(8);
    session.cancelled_because = text(9);
    session.mode = text(10);
    session.about_en = text(11);
    session.about_ru = text(12);
    session.questions = text(13);
    session.opens_at = text(14);
    session.closes_at = text(15);
    session.utc_offset_minutes = row.get<int>(16);
    session.register_until = row.get<std::optional<Date>>(17);
    session.group = text(18);
    session.is_public = row.get<bool>(19);
    session.is_example = row.get<bool>(20);
    session.summary_en = text(21);
    session.summary_ru = text(22);
    session.summary_published_at = row.get<std::optional<Instant>>(23);
    session.version = row.get<int>(24);
    return session;
}

void read_agenda(store::Connection& db, Session& session) {
    for (const auto row : db.query("SELECT id, position, title, body, title_ru, body_ru, held_on, starts_at, minutes, owner, speaker, version"
                                   " FROM agenda_items WHERE session_id = $1 AND removed_at IS NULL ORDER BY position", session.id)) {
        session.agenda.push_back({row.get<AgendaItemId>(0), row.get<int>(1), std::string(row.text(2)), std::string(row.text(3)),
                                  std::string(row.text(4)), std::string(row.text(5)), row.get<std::optional<Date>>(6), std::string(row.text(7)),
                                  row.get<int>(8), std::string(row.text(9)), std::string(row.text(10)), row.get<int>(11)});
    }
}

}  // namespace

std::optional<SessionCursor> SessionCursor::parse(std::string_view text) {
    if (text.size() != 47 || text[10] != '.') return std::nullopt;
    const auto day = Date::parse(text.substr(0, 10));
    const auto id = SessionId::parse(text.substr(11));
    if (!day || !id) return std::nullopt;
    return SessionCursor{*day, *id};
}

std::string SessionCursor::str() const { return starts_on.str() + "." + id.str(); }

std::vector<Session> list_sessions(store::Connection& db, const SessionFilter& filter, const std::optional<SessionCursor>& after, int limit) {
    // One text for each use of the filter, so that the engine takes the index of what is asked.
    std::string sql = std::string("SELECT ") + kColumns + " FROM council_sessions s WHERE 1 = 1";
    if (!filter.kind.empty()) sql += " AND s.kind = $1";
    if (!filter.state.empty()) sql += " AND s.state = $2";
    if (!filter.group.empty()) sql += " AND s.group_code = $3";
    if (filter.year) sql += " AND s.starts_on >= $4 AND s.starts_on <= $5";
    if (after) sql += " AND (s.starts_on < $6 OR (s.starts_on = $6 AND s.id < $7))";
    if (!filter.reader.empty()) sql += " AND " + visible_sql("announcement", "s.id", "$8");
    sql += " ORDER BY s.starts_on DESC, s.id DESC LIMIT $9";
    const std::string year = filter.year ? std::to_string(*filter.year) : "";
    store::Query query(db, sql);
    query.bind(9, limit);
    if (!filter.kind.empty()) query.bind(1, filter.kind);
    if (!filter.state.empty()) query.bind(2, filter.state);
    if (!filter.group.empty()) query.bind(3, filter.group);
    if (filter.year) {
        query.bind(4, year + "-01-01");
        query.bind(5, year + "-12-31");
    }
    if (after) {
        query.bind(6, after->starts_on);
        query.bind(7, after->id);
    }
    if (!filter.reader.empty()) query.bind(8, filter.reader);
    std::vector<Session> sessions;
    while (query.next()) sessions.push_back(session_of(query.row()));
    return sessions;
}

std::vector<int> session_years(store::Connection& db, const std::string& reader) {
    std::vector<int> years;
    for (const auto row : db.query("SELECT DISTINCT CAST(substr(s.starts_on, 1, 4) AS INTEGER) AS year FROM council_sessions s WHERE " +
                                       visible_sql("announcement", "s.id", "$1") + " ORDER BY year DESC", reader)) {
        years.push_back(row.get<int>(0));
    }
    return years;
}

Result<Session> get_session(store::Connection& db, SessionId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM council_sessions s WHERE s.id = $1", id);
    if (!query.next()) return not_found("session.not_found");
    Session session = session_of(query.row());
    read_agenda(db, session);
    for (const auto row : db.query("SELECT body FROM session_organisers WHERE session_id = $1 ORDER BY position", id)) {
        session.organisers.push_back(row.get<std::string>(0));
    }
    for (const auto row : db.query("SELECT id, body, name, source, source_url FROM session_sources WHERE session_id = $1 ORDER BY added_at, id", id)) {
        session.sources.push_back({row.get<SessionSourceId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                                   std::string(row.text(4))});
    }
    return session;
}

Date today_at(const Session& session, Instant now) { return Date::of(now.plus_seconds(session.utc_offset_minutes * 60)); }

Result<Session> see_session(access::Work& work, SessionId id) {
    TRY(require_to_see(work, "announcement", id.str(), "session.not_found"));
    return get_session(work.db, id);
}

}  // namespace homeward::council

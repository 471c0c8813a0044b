#include <algorithm>

#include "council/audience.h"
#include "council/meetings/agenda_clock.h"
#include "council/members/body.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Done check_item(Work& work, const Session& session, const AgendaItem& item) {
    TRY(check_text(item.title, 300, "title"));
    TRY(check_optional_text(item.title_ru, 300, "title_ru"));
    TRY(check_optional_text(item.body, 4000, "body"));
    TRY(check_optional_text(item.body_ru, 4000, "body_ru"));
    TRY(check_optional_text(item.speaker, 200, "speaker"));
    if (item.held_on && (*item.held_on < session.starts_on || session.ends_on < *item.held_on)) return invalid("agenda.day", "held_on");
    if (!item.starts_at.empty() && !minutes_of_clock(item.starts_at)) return invalid("agenda.clock", "starts_at");
    if (item.minutes < 0 || item.minutes > 1440) return invalid("agenda.minutes", "minutes");
    if (!item.owner.empty() && !is_body(work.db, item.owner)) return invalid("agenda.owner", "owner");
    // Names of people stand on public events alone.
    if (!item.speaker.empty() && !session.is_public) return invalid("agenda.speaker", "speaker");
    return {};
}

/// No item may begin before the one in front of it ends. What overlapped before stands in nobody's way.
Done check_times(const Session& before, const Session& after) {
    const auto overlaps = [](const Session& session) {
        const auto times = times_of(session);
        return std::ranges::count(times, true, &ItemTime::overlaps);
    };
    if (overlaps(after) > overlaps(before)) return conflict("agenda.overlap");
    return {};
}

Result<Session> open_to_change(Work& work, SessionId id) {
    TRY(access::require(work.actor, Permission::edit_council));
    Session session = TRY(get_session(work.db, id));
    if (session.state == "cancelled") return conflict("session.cancelled");
    return session;
}

Result<std::size_t> place_of(const Session& session, AgendaItemId id, int version) {
    const auto found = std::ranges::find(session.agenda, id, &AgendaItem::id);
    if (found == session.agenda.end()) return not_found("agenda.not_found");
    if (found->version != version) return conflict("agenda.changed");
    return static_cast<std::size_t>(found - session.agenda.begin());
}

void save_positions(Work& work, const std::vector<AgendaItem>& items) {
    // Through negative numbers, since no two items of a session may stand in one place, not even for a moment.
    for (const bool final : {false, true}) {
        int position = 0;
        for (const auto& item : items) {
            ++position;
            work.db.run("UPDATE agenda_items SET position = $2 WHERE id = $1", item.id, final ? position : -1'000'000 - position);
        }
    }
}

void changed(Work& work, SessionId session, AgendaItemId item, const char* what) {
    // The calendar tells its readers of a change by the session's version.
    work.db.run("UPDATE council_sessions SET version = version + 1 WHERE id = $1", session);
    publish_session(work, session);
    work.record({what, "agenda_item", item.str(), {}, {{"session", session.str()}}});
}

}  // namespace

Result<AgendaItemId> add_agenda_item(Work& work, SessionId id, const AgendaItem& item) {
    const Session session = TRY(open_to_change(work, id));
    TRY(check_item(work, session, item));
    Session after = session;
    after.agenda.push_back(item);
    TRY(check_times(session, after));
    const auto item_id = AgendaItemId::make(work.now);
    work.db.run("INSERT INTO agenda_items (id, session_id, position, title, body, created_at, title_ru, body_ru, held_on, starts_at, minutes, owner, speaker)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                item_id, id, session.agenda.size() + 1, item.title, item.body, work.now, item.title_ru, item.body_ru, item.held_on,
                item.starts_at, item.minutes, item.owner, item.speaker);
    changed(work, id, item_id, "agenda.added");
    return item_id;
}

Result<AgendaItemId> add_agenda_item(Work& work, SessionId session, const std::string& title, const std::string& body) {
    return add_agenda_item(work, session, AgendaItem{{}, 1, title, body});
}

Done edit_agenda_item(Work& work, SessionId id, const AgendaItem& item) {
    const Session session = TRY(open_to_change(work, id));
    const auto place = TRY(place_of(session, item.id, item.version));
    TRY(check_item(work, session, item));
    Session after = session;
    after.agenda[place] = item;
    TRY(check_times(session, after));
    work.db.run("UPDATE agenda_items SET title = $2, body = $3, title_ru = $4, body_ru = $5, held_on = $6, starts_at = $7, minutes = $8,"
                " owner = $9, speaker = $10, version = version + 1 WHERE id = $1",
                item.id, item.title, item.body, item.title_ru, item.body_ru, item.held_on, item.starts_at, item.minutes, item.owner, item.speaker);
    changed(work, id, item.id, "agenda.edited");
    return {};
}

Done move_agenda_item(Work& work, SessionId id, AgendaItemId item, int version, int position) {
    const Session session = TRY(open_to_change(work, id));
    const auto place = TRY(place_of(session, item, version));
    if (position < 1 || static_cast<std::size_t>(position) > session.agenda.size()) return invalid("agenda.position", "position");
    Session after = session;
    const AgendaItem moved = after.agenda[place];
    after.agenda.erase(after.agenda.begin() + static_cast<std::ptrdiff_t>(place));
    after.agenda.insert(after.agenda.begin() + position - 1, moved);
    TRY(check_times(session, after));
    save_positions(work, after.agenda);
    work.db.run("UPDATE agenda_items SET version = version + 1 WHERE id = $1", item);
    changed(work, id, item, "agenda.moved");
    return {};
}

Done remove_agenda_item(Work& work, SessionId id, AgendaItemId item, int version) {
    const Session session = TRY(open_to_change(work, id));
    const auto place = TRY(place_of(session, item, version));
    const bool used = work.db.query("SELECT 1 FROM decisions WHERE agenda_item_id = $1 UNION ALL"
                                    " SELECT 1 FROM minutes_comments WHERE agenda_item_id = $1 LIMIT 1", item).next();
    if (used) return conflict("agenda.in_use");
    // The row stays, since papers and the log may point to it; it stands in no agenda and nobody reads it.
    work.db.run("UPDATE agenda_items SET removed_at = $2, position = (SELECT -1 - COUNT(*) FROM agenda_items WHERE session_id = $3 AND"
                " removed_at IS NOT NULL) WHERE id = $1", item, work.now, id);
    set_audience(work, "agenda_item", item.str(), {});
    auto left = session.agenda;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(place));
    save_positions(work, left);
    changed(work, id, item, "agenda.removed");
    return {};
}

}  // namespace homeward::council

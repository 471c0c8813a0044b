#include <algorithm>
#include <array>

#include "council/audience.h"
#include "council/followup/council_action.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

using access::Work;

/// Two lists, one behind the other: what is open, the earliest day first; what is closed, the latest day first.
struct Cursor {
    bool closed = false;
    std::string due_on;
    std::string id;
};

Result<Cursor> cursor_of(const std::string& text) {
    if (text.empty()) return Cursor{false, "", ""};
    const auto parts = split(text, '.');
    const bool good = parts.size() == 3 && (parts[0] == "open" || parts[0] == "closed") && Date::parse(parts[1]) && actions::ActionId::parse(parts[2]);
    if (!good) return invalid("action.cursor", "cursor");
    return Cursor{parts[0] == "closed", std::string(parts[1]), std::string(parts[2])};
}

std::string text_of(const Cursor& cursor) { return (cursor.closed ? "closed." : "open.") + cursor.due_on + "." + cursor.id; }

/// $1 is today.
std::string state_sql(const std::string& state) {
    if (state == "overdue") return " AND a.closed = 0 AND a.due_on < $1";
    if (state == "open") return " AND a.closed = 0";
    if (state == "done") return " AND a.state = 'done' AND a.dropped_at IS NULL";
    if (state == "dropped") return " AND a.dropped_at IS NOT NULL";
    return {};
}

bool by_origin(const ActionFilter& filter) { return filter.session || filter.decision; }

std::string where_sql(const ActionFilter& filter, const Cursor& from) {
    std::string sql = " WHERE a.closed = " + std::string(from.closed ? "1" : "0") + " AND $1 <> ''" + state_sql(filter.state);
    if (by_origin(filter)) sql += " AND a.id = o.action_id";
    sql += filter.owner.empty() ? " AND $2 = ''" : " AND a.owner = $2";
    sql += filter.session ? " AND o.session_id = $3" : " AND $3 IS NULL";
    sql += filter.decision ? " AND o.decision_id = $4" : " AND $4 IS NULL";
    // An item without a session belongs to the day it was made.
    sql += filter.before_session ? " AND COALESCE(os.starts_on, substr(a.created_at, 1, 10)) < (SELECT starts_on FROM council_sessions WHERE id = $5)" : " AND $5 IS NULL";
    sql += " AND " + visible_sql("action", "a.id", "$6");
    if (from.due_on.empty()) return sql + " AND $7 = '' AND $8 = ''";
    const std::string past = from.closed ? "<" : ">";
    return sql + " AND (a.due_on " + past + " $7 OR (a.due_on = $7 AND a.id " + past + " $8))";
}

/// Of one decision or session there are few, found by their origin; of all there are many, read in the order of their day.
std::string source_sql(const ActionFilter& filter) {
    return std::string(by_origin(filter) ? " FROM action_origins o CROSS JOIN action_items a"
                                         : " FROM action_items a LEFT JOIN action_origins o ON o.action_id = a.id") +
           " LEFT JOIN council_sessions os ON os.id = o.session_id";
}

/// Places of the items of one of the two lists.
std::vector<Cursor> places(Work& work, const ActionFilter& filter, const Cursor& from, int limit) {
    const std::string sql = "SELECT a.due_on, a.id" + source_sql(filter) + where_sql(filter, from) +
                            (from.closed ? " ORDER BY a.due_on DESC, a.id DESC LIMIT $9" : " ORDER BY a.due_on, a.id LIMIT $9");
    std::vector<Cursor> found;
    for (const auto row : work.db.query(sql, work.today(), filter.owner, filter.session, filter.decision, filter.before_session,
                                        json_words(work.actor), from.due_on, from.id, limit)) {
        found.push_back({from.closed, row.get<std::string>(0), row.get<std::string>(1)});
    }
    return found;
}

CouncilAction around(Work& work, actions::Action action) {
    CouncilAction all{std::move(action), {}, {}, {}, {}};
    all.owner_name = name_of(work.db, all.action.owner, work.today(), work.actor.language);
    for (const auto row : work.db.query("SELECT o.decision_id, o.session_id, COALESCE(s.title_ru, '') FROM action_origins o"
                                        " LEFT JOIN council_sessions s ON s.id = o.session_id WHERE o.action_id = $1", all.action.id)) {
        all.decision_id = row.get<std::optional<DecisionId>>(0);
        all.session_id = row.get<std::optional<SessionId>>(1);
        all.session_ru = row.get<std::string>(2);
    }
    if (all.action.message) all.delivery = exchange::delivery_of(work.db, *all.action.message);
    return all;
}

}  // namespace

Result<CouncilAction> get_council_action(Work& work, actions::ActionId id) {
    TRY(require_to_see(work, "action", id.str(), "action.not_found"));
    return around(work, TRY(actions::get_action(work.db, id)));
}

Result<ActionPage> list_council_actions(Work& work, const ActionFilter& filter) {
    constexpr std::array<std::string_view, 5> states{"", "open", "overdue", "done", "dropped"};
    if (std::ranges::find(states, filter.state) == states.end()) return invalid("action.state", "state");
    const auto from = TRY(cursor_of(filter.cursor));
    const int wanted = filter.limit + 1;
    std::vector<Cursor> found;
    if (!from.closed) found = places(work, filter, from, wanted);
    if (static_cast<int>(found.size()) < wanted && !filter.before_session) {
        const auto more = places(work, filter, from.closed ? from : Cursor{true, "", ""}, wanted - static_cast<int>(found.size()));
        found.insert(found.end(), more.begin(), more.end());
    }
    ActionPage page;
    if (static_cast<int>(found.size()) == wanted) {
        found.pop_back();
        page.next = text_of(found.back());
    }
    for (const auto& place : found) page.items.push_back(around(work, TRY(actions::get_action(work.db, *actions::ActionId::parse(place.id)))));
    return page;
}

}  // namespace homeward::council

#include <algorithm>

#include "council/audience.h"
#include "council/followup/council_action.h"
#include "council/members/body.h"

namespace homeward::council {
namespace {

using access::Work;

/// $1 is today.
constexpr const char* kCounts = " SUM(CASE WHEN a.closed = 0 AND a.due_on < $1 THEN 1 ELSE 0 END), SUM(CASE WHEN a.closed = 0 AND a.due_on >= $1 THEN 1 ELSE 0 END),"
                                " SUM(CASE WHEN a.closed = 1 AND a.dropped_at IS NULL THEN 1 ELSE 0 END), SUM(CASE WHEN a.dropped_at IS NOT NULL THEN 1 ELSE 0 END)";

void take_counts(ActionTally& tally, const store::Row& row, int from) {
    tally.overdue = row.integer(from);
    tally.open = row.integer(from + 1);
    tally.done = row.integer(from + 2);
    tally.dropped = row.integer(from + 3);
}

}  // namespace

std::vector<ActionTally> tally_by_owner(Work& work, const exchange::Exchange& exchange) {
    std::vector<ActionTally> tallies;
    for (const auto& state : member_states(exchange)) tallies.push_back({state, {}, {}});
    for (const auto row : work.db.query(std::string("SELECT a.owner,") + kCounts + " FROM action_items a WHERE " + visible_sql("action", "a.id", "$2") +
                                        " GROUP BY a.owner", work.today(), json_words(work.actor))) {
        auto found = std::ranges::find(tallies, row.text(0), &ActionTally::key);
        if (found == tallies.end()) found = tallies.insert(tallies.end(), {row.get<std::string>(0), {}, {}});
        take_counts(*found, row, 1);
    }
    for (auto& tally : tallies) tally.title = name_of(work.db, tally.key, work.today(), work.actor.language);
    std::ranges::sort(tallies, std::less{}, [](const ActionTally& tally) { return std::pair{-tally.overdue, tally.key}; });
    return tallies;
}

std::vector<ActionTally> tally_by_session(Work& work) {
    std::vector<ActionTally> tallies;
    for (const auto row : work.db.query(std::string("SELECT s.id, s.title, s.starts_on, s.title_ru,") + kCounts +
                                        " FROM action_items a JOIN action_origins o ON o.action_id = a.id JOIN council_sessions s ON s.id = o.session_id"
                                        " WHERE " + visible_sql("action", "a.id", "$2") + " AND " + visible_sql("session", "s.id", "$2") +
                                        " GROUP BY s.id, s.title, s.starts_on, s.title_ru ORDER BY 5 DESC, MIN(a.closed), s.starts_on DESC LIMIT 50",
                                        work.today(), json_words(work.actor))) {
        tallies.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<Date>(2)});
        tallies.back().title_ru = row.get<std::string>(3);
        take_counts(tallies.back(), row, 4);
    }
    return tallies;
}

}  // namespace homeward::council

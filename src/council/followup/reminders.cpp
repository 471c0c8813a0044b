#include "council/followup/council_action.h"
#include "council/mailing.h"

namespace homeward::council {
namespace {

constexpr int kDueSoonDays = 7;

struct Due {
    std::string id, owner, title, kind;
    Date due_on;
};

std::vector<Due> what_is_due(access::Work& work) {
    std::vector<Due> due;
    for (const auto row : work.db.query("SELECT a.id, a.owner, a.title, CASE WHEN a.due_on < $1 THEN 'overdue' ELSE 'due_soon' END AS word, a.due_on FROM action_items a"
                                        " WHERE a.closed = 0 AND a.due_on <= $2 AND NOT EXISTS (SELECT 1 FROM action_reminders r WHERE r.action_id = a.id"
                                        " AND r.due_on = a.due_on AND r.kind = CASE WHEN a.due_on < $1 THEN 'overdue' ELSE 'due_soon' END)"
                                        " ORDER BY a.due_on LIMIT 500", work.today(), work.today().plus_days(kDueSoonDays))) {
        due.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<Date>(4)});
    }
    return due;
}

}  // namespace

Done remind_of_actions(access::Work& work) {
    for (const auto& item : what_is_due(work)) {
        work.db.run("INSERT INTO action_reminders (action_id, kind, due_on) VALUES ($1, $2, $3)", item.id, item.kind, item.due_on);
        tell(work, {"member:" + item.owner}, {"action_due", "action", item.id, item.title, "/actions/" + item.id, item.due_on});
    }
    return {};
}

}  // namespace homeward::council

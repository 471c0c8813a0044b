#include "casework/assessments/assessment.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

constexpr int kFinishWithinDays = 7;  ///< of the last save of one that was begun

void add(std::vector<Task>& tasks, const char* kind, store::Query query, int within_days) {
    for (const auto row : query) {
        const auto since = Date::of(row.get<Instant>(3));
        tasks.push_back({kind, row.get<people::PersonId>(0), row.get<CaseId>(1), row.get<std::string>(2), since.plus_days(within_days), row.get<std::string>(4)});
    }
}

const std::string kFrom = " FROM form_answers a JOIN case_files c ON c.id = a.case_id JOIN persons p ON p.id = c.person_id";

}  // namespace

std::vector<Task> tasks_of_assessments(Work& work) {
    std::vector<Task> tasks;
    const std::string what = "SELECT c.person_id, c.id, a.id, ";
    if (may(work.actor, Permission::write_case)) {
        // From the actor's own persons to their files, so that it costs what they have and not what everybody has.
        add(tasks, "mend_assessment", work.db.query(what + "a.decided_at, a.form" + kFrom + " WHERE p.assigned_to = $1 AND a.state = 'returned'" + kFileNotClosed, work.actor.id), kDecideWithinDays);
        add(tasks, "finish_assessment", work.db.query(what + "a.saved_at, a.form" + kFrom + " WHERE p.assigned_to = $1 AND a.state = 'draft'" + kFileNotClosed, work.actor.id), kFinishWithinDays);
    }
    if (const auto reach = reach_of(work.actor, Permission::approve_assessment); reach != access::Reach::none) {
        add(tasks, "approve_assessment", work.db.query("SELECT c.person_id, c.id, l.id, l.submitted_at, l.form FROM form_answers l" + kWaitingHere +
                                                       " AND l.state = 'submitted' AND ($4 OR l.submitted_by <> $1)" + kFileNotClosed,
                                                       work.actor.id, reach == access::Reach::all, work.actor.region, work.actor.approves_own_work), kDecideWithinDays);
    }
    return tasks;
}

}  // namespace homeward::casework

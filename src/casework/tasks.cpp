#include "casework/tasks.h"

#include <algorithm>

#include "casework/assessments/assessment.h"
#include "casework/approvals/needs_approval.h"
#include "casework/children/child_tasks.h"
#include "casework/complaints/complaint.h"
#include "casework/disclosures/lawful_order.h"
#include "casework/incidents/incident.h"
#include "casework/conferences/conference.h"
#include "casework/reviews/review_plan.h"
#include "casework/transfers/transfer.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;


void add(std::vector<Task>& tasks, const char* kind, store::Query query, int within_days) {
    for (const auto row : query) {
        // Instants begin with their date, as due dates do.
        const auto since = Date::parse(row.text(3).substr(0, 10));
        tasks.push_back({kind, row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), since.value().plus_days(within_days)});
    }
}

void add_own_work(std::vector<Task>& tasks, Work& work) {
    const std::string mine = " JOIN persons p ON p.id = c.person_id WHERE p.assigned_to = $1";
    // Before the first plan; asked first, so that the step of most files need not be worked out.
    const std::string early = mine + " AND NOT EXISTS (SELECT 1 FROM case_plans l WHERE l.case_id = c.id AND l.state <> 'superseded')";
    add(tasks, "assess", work.db.query("SELECT c.person_id, c.id, c.id, c.opened_at FROM case_files c JOIN case_steps s ON s.case_id = c.id" + early +
                                       // Of a form that was approved nobody has said yet which needs follow: a plan is built on those.
                                       " AND (s.step = 'opened' OR (s.step = 'assessed' AND NOT EXISTS (SELECT 1 FROM case_needs n WHERE n.case_id = c.id)))",
                                       work.actor.id), kAssessWithinDays);
    add(tasks, "make_plan", work.db.query("SELECT c.person_id, c.id, c.id, coalesce((SELECT min(recorded_at) FROM case_needs n WHERE n.case_id = c.id), c.opened_at)"
                                          " FROM case_files c JOIN case_steps s ON s.case_id = c.id" + early + " AND s.step = 'assessed'"
                                          " AND EXISTS (SELECT 1 FROM case_needs n WHERE n.case_id = c.id)",
                                          work.actor.id), kPlanWithinDays);
    add(tasks, "mend_plan", work.db.query("SELECT c.person_id, c.id, l.id, l.decided_at FROM case_files c JOIN case_plans l ON l.case_id = c.id" + mine +
                                          " AND l.state = 'returned'" + kFileNotClosed, work.actor.id), kDecideWithinDays);
    add(tasks, "visit", work.db.query("SELECT c.person_id, c.id, v.id, v.due_on FROM case_files c JOIN case_visits v ON v.case_id = c.id" + mine +
                                      " AND v.done_on IS NULL" + kFileNotClosed, work.actor.id), 0);
}

void add_approvals(std::vector<Task>& tasks, Work& work) {
    const bool everywhere = reach_of(work.actor, Permission::approve_plan) == access::Reach::all;
    add(tasks, "approve_plan", work.db.query("SELECT c.person_id, c.id, l.id, l.submitted_at FROM case_plans l" + kWaitingHere +
                                             " AND l.state = 'submitted' AND ($4 OR l.submitted_by <> $1)" + kFileNotClosed, work.actor.id, everywhere, work.actor.region,
                                             work.actor.approves_own_work),
        kDecideWithinDays);
    add(tasks, "approve_closure", work.db.query("SELECT c.person_id, c.id, l.id, l.proposed_at FROM case_closures l" + kWaitingHere +
                                                " AND l.decision IS NULL AND ($4 OR l.proposed_by <> $1)", work.actor.id, everywhere, work.actor.region,
                                                work.actor.approves_own_work),
        kDecideWithinDays);
}

}  // namespace

std::vector<Task> tasks_of(Work& work) {
    std::vector<Task> tasks;
    if (may(work.actor, Permission::write_case)) add_own_work(tasks, work);
    if (may(work.actor, Permission::approve_plan)) add_approvals(tasks, work);
    for (auto& task : tasks_about_persons(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_needs_approvals(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_transfers(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_conferences(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_reviews(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_children(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_incidents(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_complaints(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_assessments(work)) tasks.push_back(std::move(task));
    for (auto& task : tasks_of_lawful_orders(work)) tasks.push_back(std::move(task));
    std::ranges::sort(tasks, {}, [](const Task& task) { return std::pair(task.due_on, task.subject_id); });
    return tasks;
}

}  // namespace homeward::casework

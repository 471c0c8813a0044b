#include "services/tasks.h"

#include "access/permission.h"
#include "services/survey.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;
using casework::CaseId;
using casework::Task;
using people::PersonId;

constexpr int kAskAheadDays = 14;  ///< so long before it is due, the worker is told to ask what came of a service


void add_orders(std::vector<Task>& tasks, Work& work) {
    for (const auto row : work.db.query(
             std::string("SELECT c.person_id, c.id, s.id, s.service, p.decided_at, s.due_on FROM plan_services s JOIN case_plans p ON p.id = s.plan_id"
                         " JOIN case_files c ON c.id = p.case_id JOIN persons q ON q.id = c.person_id"
                         " WHERE q.assigned_to = $1 AND p.state = 'approved'"
                         " AND NOT EXISTS (SELECT 1 FROM service_orders o WHERE o.plan_service_id = s.id)") + casework::kFileNotClosed, work.actor.id)) {
        Date due = Date::parse(row.text(4).substr(0, 10)).value().plus_days(casework::kDecideWithinDays);
        if (const auto wanted = row.get<std::optional<Date>>(5)) due = std::min(due, *wanted);
        tasks.push_back({"order", row.get<PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), due, std::string(row.text(3))});
    }
    for (const auto row : work.db.query("SELECT o.person_id, o.case_id, o.id, o.due_on, o.service FROM service_orders o JOIN persons q ON q.id = o.person_id"
                                        " WHERE q.assigned_to = $1 AND o.state = 'ordered'", work.actor.id)) {
        tasks.push_back({"deliver", row.get<PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), row.get<Date>(3), std::string(row.text(4))});
    }
}

/// A request waits for a supervisor; a place may be free again; what was delivered some time ago is asked about.
void add_requests(std::vector<Task>& tasks, Work& work) {
    const bool everywhere = reach_of(work.actor, Permission::approve_order) == access::Reach::all;
    if (may(work.actor, Permission::approve_order)) {
        for (const auto row : work.db.query(std::string("SELECT o.person_id, o.case_id, o.id, o.ordered_at, o.service FROM service_orders o"
                                                        " JOIN persons p ON p.id = o.person_id JOIN case_files c ON c.id = o.case_id"
                                                        " WHERE o.state = 'requested' AND ($2 OR p.region = $3) AND ($4 OR o.ordered_by <> $1)") + casework::kFileNotClosed,
                                            work.actor.id, everywhere, work.actor.region, work.actor.approves_own_work)) {
            const Date asked = Date::of(row.get<Instant>(3));
            tasks.push_back({"approve_order", row.get<PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), asked.plus_days(casework::kDecideWithinDays), std::string(row.text(4))});
        }
    }
    for (const auto row : work.db.query(std::string("SELECT o.person_id, o.case_id, o.id, o.delivered_on, o.service, t.outcome_after_days FROM service_orders o"
                                                    " JOIN persons q ON q.id = o.person_id JOIN service_terms t ON t.service = o.service"
                                                    " JOIN case_files c ON c.id = o.case_id WHERE q.assigned_to = $1 AND o.state = 'delivered' AND o.outcome IS NULL") + casework::kFileNotClosed,
                                        work.actor.id)) {
        const Date due = row.get<Date>(3).plus_days(row.get<int>(5));
        if (due > work.today().plus_days(kAskAheadDays)) continue;
        tasks.push_back({"outcome", row.get<PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), due, std::string(row.text(4))});
    }
}

/// What a provider answered and the worker has not acted on.
void add_answers(std::vector<Task>& tasks, Work& work) {
    for (const auto row : work.db.query("SELECT r.person_id, r.case_id, r.id, r.answered_at, r.service, r.state FROM referrals r JOIN persons q ON q.id = r.person_id"
                                        " JOIN service_orders o ON o.id = r.order_id WHERE q.assigned_to = $1 AND o.state = 'ordered' AND r.state IN ('refused', 'done')"
                                        " AND NOT EXISTS (SELECT 1 FROM referrals x WHERE x.order_id = r.order_id AND x.id > r.id)", work.actor.id)) {
        const Date answered = Date::of(row.get<Instant>(3));
        tasks.push_back({row.text(5) == "done" ? "referral_done" : "referral_refused", row.get<PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)),
                         answered.plus_days(casework::kDecideWithinDays), std::string(row.text(4))});
    }
}

void add_surveys(std::vector<Task>& tasks, Work& work) {
    for (const auto row : work.db.query(std::string("SELECT c.person_id, c.id, c.opened_at FROM case_files c JOIN persons q ON q.id = c.person_id"
                                                    " WHERE q.assigned_to = $1") + casework::kFileNotClosed, work.actor.id)) {
        const casework::CaseFile file{row.get<CaseId>(1), row.get<PersonId>(0), {}, {}, row.get<Instant>(2)};
        for (const auto& round : rounds_of(work.db, file, work.today())) {
            if (round.state != "open") continue;
            tasks.push_back({"survey", file.person_id, file.id, file.id.str(), round.due_on, std::to_string(round.month)});
        }
    }
}

}  // namespace

std::vector<Task> tasks_of_services(Work& work) {
    std::vector<Task> tasks;
    if (!may(work.actor, Permission::order_service)) return tasks;
    add_orders(tasks, work);
    add_requests(tasks, work);
    add_answers(tasks, work);
    add_surveys(tasks, work);
    return tasks;
}

}  // namespace homeward::services

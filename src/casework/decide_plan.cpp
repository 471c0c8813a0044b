#include "casework/codes.h"
#include "casework/intervals/intervals.h"
#include "casework/plan.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

/// The plan in the version that the actor saw, of a file that is open and within their reach.
Result<Plan> plan_for(Work& work, PlanId id, int version, Permission permission) {
    Plan plan = TRY(get_plan(work, id));
    TRY(require_open_case(work, plan.case_id, permission));
    if (plan.version != version) return conflict("edit.changed_meanwhile");
    return plan;
}

Result<Plan> saved(Work& work, people::Register& people, Plan plan, const char* action) {
    TRY(save_plan(work, plan));
    const CaseFile file = TRY(get_case(work.db, plan.case_id));
    TRY(add_move(work, file, plan));
    std::map<std::string, std::string> details{{"version", std::to_string(plan.version)}};
    if (plan.own_work) details["own_work"] = "yes";
    work.record({action, "case_plan", plan.id.str(), file.person_id.str(), std::move(details)});
    step_may_have_moved(work, people, plan.case_id);
    return get_plan(work, plan.id);
}

}  // namespace

Result<Plan> submit_plan(Work& work, people::Register& people, PlanId id, int version) {
    Plan plan = TRY(plan_for(work, id, version, Permission::submit_plan));
    return saved(work, people, TRY(submit(std::move(plan), work.actor.id, work.now)), "plan.submitted");
}

Result<Plan> approve_plan(Work& work, people::Register& people, PlanId id, int version, std::string comment) {
    TRY(check_text(comment, "comment"));
    Plan approved = TRY(approve(TRY(plan_for(work, id, version, Permission::approve_plan)), work.actor, work.now, interval(work.db, "plan_review_days")));
    approved.comment = std::move(comment);
    // The plan that counted until now makes room first: a file has one approved plan at a time.
    work.db.run("UPDATE case_plans SET state = 'superseded', version = version + 1 WHERE case_id = $1 AND state = 'approved'", approved.case_id);
    return saved(work, people, std::move(approved), "plan.approved");
}

Result<Plan> return_plan(Work& work, people::Register& people, PlanId id, int version, std::string comment) {
    TRY(check_text(comment, "comment"));
    Plan plan = TRY(plan_for(work, id, version, Permission::approve_plan));
    return saved(work, people, TRY(return_for_work(std::move(plan), work.actor, work.now, std::move(comment))), "plan.returned");
}

}  // namespace homeward::casework

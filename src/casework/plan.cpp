#include "casework/plan.h"

#include "base/text.h"

namespace homeward::casework {
namespace {

Done decidable(const Plan& plan, access::AccountId by) {
    if (plan.state != PlanState::submitted) return conflict("plan.not_submitted");
    // A second person looks before a family is promised anything.
    if (plan.submitted_by == by) return conflict("plan.own_work");
    return {};
}

}  // namespace

Result<Plan> submit(Plan plan, access::AccountId by, Instant now) {
    if (plan.state != PlanState::draft && plan.state != PlanState::returned) return conflict("plan.not_open");
    if (plan.goals.empty()) return invalid("plan.no_goals", "goals");
    plan.state = PlanState::submitted;
    plan.submitted_by = by;
    plan.submitted_at = now;
    plan.decided_by.reset();
    plan.decided_at.reset();
    plan.comment.clear();
    return plan;
}

Result<Plan> approve(Plan plan, access::AccountId by, Instant now) {
    TRY(decidable(plan, by));
    plan.state = PlanState::approved;
    plan.decided_by = by;
    plan.decided_at = now;
    return plan;
}

Result<Plan> return_for_work(Plan plan, access::AccountId by, Instant now, std::string comment) {
    TRY(decidable(plan, by));
    if (trim(comment).empty()) return invalid("plan.comment_needed", "comment");
    plan.state = PlanState::returned;
    plan.decided_by = by;
    plan.decided_at = now;
    plan.comment = std::move(comment);
    return plan;
}

}  // namespace homeward::casework

#include "casework/plan.h"

#include "base/text.h"
#include "casework/second_person.h"

namespace homeward::casework {
namespace {

/// The plan as this actor decided on it.
Result<Plan> decided(Plan plan, const access::Actor& by, Instant now) {
    if (plan.state != PlanState::submitted) return conflict("plan.not_submitted");
    // A second person looks before a family is promised anything.
    plan.own_work = TRY(second_person(by, plan.submitted_by.value(), "plan.own_work"));
    plan.decided_by = by.id;
    plan.decided_at = now;
    return plan;
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
    plan.own_work = false;
    plan.comment.clear();
    return plan;
}

Result<Plan> approve(Plan plan, const access::Actor& by, Instant now, int review_after_days) {
    plan = TRY(decided(std::move(plan), by, now));
    plan.state = PlanState::approved;
    if (!plan.review_on || *plan.review_on < Date::of(now)) plan.review_on = Date::of(now).plus_days(review_after_days);
    return plan;
}

Result<Plan> return_for_work(Plan plan, const access::Actor& by, Instant now, std::string comment) {
    plan = TRY(decided(std::move(plan), by, now));
    if (trim(comment).empty()) return invalid("plan.comment_needed", "comment");
    plan.state = PlanState::returned;
    plan.comment = std::move(comment);
    return plan;
}

}  // namespace homeward::casework

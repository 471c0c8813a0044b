#pragma once
// An approved plan, looked at again with the family.

#include "casework/plan.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct PlanReviewTag;
using PlanReviewId = Id<PlanReviewTag>;

/// What a review comes to: the plan goes on as it is, a new one is written, the file may be closed.
enum class ReviewOutcome { goes_on, new_plan, ready_to_close };

struct PlanReview {
    PlanReviewId id;
    PlanId plan_id;
    ReviewOutcome outcome = ReviewOutcome::goes_on;
    access::AccountId by;
    Instant at;
    Date next_on;
    std::string note;
};

/// Notes a review of the plan that counts, and the day of the next one.
///
/// version   of the plan, as the writer saw it
/// errors    not_found; forbidden; conflict `case.closed`, `plan.not_approved`, `edit.changed_meanwhile`; invalid `plan.review_day` for a day
///           that is not ahead or more than kLatestReviewDays ahead, `case.text_long`
/// source    Inter-Agency Guidelines for Case Management (2014), step 5
Result<PlanReviewId> review_plan(access::Work& work, people::Register& people, PlanId id, int version, ReviewOutcome outcome, Date next_on,
                                 const std::string& note);

/// Of a file, the newest first.
Result<std::vector<PlanReview>> reviews_of(access::Work& work, const CaseFile& file);

constexpr int kReviewShownDays = 14;  ///< before its day a review stands among the tasks
std::vector<Task> tasks_of_reviews(access::Work& work);

}  // namespace homeward::casework

#include "casework/reviews/review_codes.h"
#include "history/history.h"

namespace homeward::casework {

using access::Permission;
using access::Work;

Result<PlanReviewId> review_plan(Work& work, people::Register& people, PlanId id, int version, ReviewOutcome outcome, Date next_on, const std::string& note) {
    Plan plan = TRY(get_plan(work, id));
    const CaseFile file = TRY(require_open_case(work, plan.case_id, Permission::write_case));
    if (plan.state != PlanState::approved) return conflict("plan.not_approved");
    if (plan.version != version) return conflict("edit.changed_meanwhile");
    if (next_on <= work.today() || work.today().plus_days(kLatestReviewDays) < next_on) {
        return invalid("plan.review_day", "next_on", {{"most", std::to_string(kLatestReviewDays)}});
    }
    TRY(check_text(note, "note"));
    const auto review = PlanReviewId::make(work.now);
    work.db.run("INSERT INTO plan_reviews (id, plan_id, case_id, outcome, reviewed_by, reviewed_at, next_on, due_on, note_sealed)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                review, id, file.id, json::name_of(outcome), work.actor.id, work.now, next_on, plan.review_on,
                TRY(sealed(work, file.person_id, {"plan_reviews", "note_sealed", review.str()}, note)));
    const std::string before = plan.review_on ? plan.review_on->str() : "";
    plan.review_on = next_on;
    TRY(save_plan(work, plan));
    TRY(history::note(work, file.person_id.uuid, {"case_plan", id.str()}, {{"review_on", before}}, {{"review_on", next_on.str()}}));
    work.record({"plan.reviewed", "case_plan", id.str(), file.person_id.str(), {{"outcome", std::string(json::name_of(outcome))}, {"next_on", next_on.str()}}});
    step_may_have_moved(work, people, file.id);
    return review;
}

Result<std::vector<PlanReview>> reviews_of(Work& work, const CaseFile& file) {
    std::vector<PlanReview> reviews;
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    for (const auto row : work.db.query("SELECT id, plan_id, outcome, reviewed_by, reviewed_at, next_on, note_sealed FROM plan_reviews WHERE case_id = $1 ORDER BY id DESC", file.id)) {
        PlanReview review{row.get<PlanReviewId>(0), row.get<PlanId>(1), code<ReviewOutcome>(row.text(2)), row.get<access::AccountId>(3),
                          row.get<Instant>(4), row.get<Date>(5), {}};
        if (!row.blob(6).empty()) review.note = key.open({"plan_reviews", "note_sealed", review.id.str()}, row.blob(6));
        reviews.push_back(std::move(review));
    }
    return reviews;
}

std::vector<Task> tasks_of_reviews(Work& work) {
    std::vector<Task> tasks;
    if (!may(work.actor, Permission::write_case)) return tasks;
    for (const auto row : work.db.query("SELECT c.person_id, c.id, l.id, l.review_on FROM persons p JOIN case_files c ON c.person_id = p.id"
                                        " JOIN case_plans l ON l.case_id = c.id AND l.state = 'approved' WHERE p.assigned_to = $1 AND l.review_on <= $2" + kFileNotClosed,
                                        work.actor.id, work.today().plus_days(kReviewShownDays))) {
        tasks.push_back({"review_plan", row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)), row.get<Date>(3)});
    }
    return tasks;
}

}  // namespace homeward::casework

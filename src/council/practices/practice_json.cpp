#include "council/practices/practice_json.h"

#include <algorithm>

#include "council/audience.h"
#include "council/members/body.h"
#include "council/rights.h"

namespace homeward::council {
namespace {

using access::Work;

PracticeReviewBody review_body(Work& work, const Practice& practice, const PracticeReview& review) {
    PracticeReviewBody body{review.id, review.round, review.member, {}, {}, review.asked_at, review.submitted_at, review.excused_at,
                            review.marks, {}, review.comment, false};
    const bool mine = review.reviewer == work.actor.id;
    // Who it was, and why somebody stood back, is between them and the secretariat.
    if (mine || is_secretariat(work.actor)) {
        body.reviewer = review.reviewer_name;
        if (!review.conflict.empty()) body.conflict = review.conflict;
    }
    if (!review.overall.empty()) body.overall = review.overall;
    body.may_give = mine && practice.stage == PracticeStage::review && review.round == practice.round && !review.submitted_at && !review.excused_at;
    return body;
}

PracticeReviewedBy reviewed_by(Work& work, const Practice& practice, const std::vector<PracticeReview>& reviews) {
    PracticeReviewedBy by;
    const auto words = words_of(work.actor);
    const bool signed_in = std::ranges::find(words, "signed_in") != words.end();
    for (const auto& review : reviews) {
        if (review.round != practice.round || !review.submitted_at) continue;
        ++(review.member.empty() ? by.experts : by.states);
        if (signed_in && !review.member.empty()) by.members.push_back(review.member);
    }
    std::ranges::sort(by.members);
    by.criteria = summary_of(practice, reviews);
    return by;
}

/// Everybody reads what became of a published text; how it came to be is for those who wrote it.
std::vector<PracticeStep> steps_for(Work& work, const Practice& practice, bool history) {
    constexpr std::array<std::string_view, 5> open{"published", "corrected", "renewed", "superseded", "retired"};
    std::vector<PracticeStep> steps;
    for (auto& step : list_steps(work.db, practice.id)) {
        if (history) {
            steps.push_back(std::move(step));
        } else if (std::ranges::find(open, step.step) != open.end()) {
            steps.push_back({std::move(step.step), std::move(step.note), "", "", step.at});
        }
    }
    return steps;
}

PracticeUseBody use_body(Work& work, const PracticeUse& use) {
    PracticeUseBody body{use.id, use.state, use.place, use.since, use.changed, use.edition, use.version, {}, speaks_for(work.actor, use.state)};
    for (const auto& said : use.earlier) body.outcomes.push_back({said.outcome, said.note, said.said_at});
    return body;
}

std::vector<PracticeEditionBody> editions_for(Work& work, const Practice& practice) {
    std::vector<PracticeEditionBody> editions;
    for (const auto row : work.db.query("SELECT p.id, p.edition, p.stage FROM practices p WHERE p.series_id = $1 AND " +
                                        visible_sql("practice", "p.id", "$2") + " ORDER BY p.edition", practice.series, json_words(work.actor))) {
        editions.push_back({row.get<PracticeId>(0), row.get<int>(1), row.get<std::string>(2)});
    }
    return editions;
}

PracticeAllows allows_for(Work& work, const exchange::Membership& members, const Practice& practice, const std::vector<PracticeReview>& reviews) {
    const auto& actor = work.actor;
    const bool writer = writes(actor, practice), office = is_secretariat(actor), published = practice.stage == PracticeStage::published;
    PracticeAllows allows;
    allows.edit = allows.submit = writer && practice.stage == PracticeStage::draft;
    allows.clear = practice.stage == PracticeStage::clearance && clears(actor, practice);
    const bool in_review = practice.stage == PracticeStage::review || practice.stage == PracticeStage::reviewed;
    allows.give_back = (office && in_review) || (practice.stage == PracticeStage::clearance && speaks_for(actor, practice.state));
    const auto places = open_places(practice, reviews);
    allows.ask_review = office && practice.stage == PracticeStage::review && places.states + places.experts > 0;
    allows.publish = office && practice.stage == PracticeStage::reviewed && is_recommended(practice, reviews);
    allows.correct = allows.renew = allows.retire = office && published;
    allows.begin_edition = writer && published && !is_edition_at_work(work.db, practice.series);
    allows.record_use = published && side_of(actor) != practice.state && is_state(members, side_of(actor));
    allows.read_history = may_see(work, "practice_history", practice.id.str());
    return allows;
}

}  // namespace

PracticeBody practice_body(Work& work, const exchange::Membership& members, const Practice& practice) {
    const auto reviews = list_reviews(work.db, practice.id);
    PracticeBody body{practice.id, practice.edition, practice.kind, std::string(name_of(practice.stage)), practice.round, practice.state,
                      practice.topics, practice.year_from, practice.year_to, practice.evidence, practice.cost_low, practice.cost_high,
                      practice.currency, practice.readers, practice.pictures, practice.example, practice.version, practice.texts,
                      practice.published_on, practice.review_due_on, false, {}, {}, {}, {}, {}, {}};
    body.review_overdue = practice.stage == PracticeStage::published && practice.review_due_on < work.today();
    if (is_out(practice.stage)) body.reviewed_by = reviewed_by(work, practice, reviews);
    for (const auto& review : reviews) {
        if (may_see(work, "practice_review", review.id.str())) body.reviews.push_back(review_body(work, practice, review));
    }
    body.allows = allows_for(work, members, practice, reviews);
    body.steps = steps_for(work, practice, body.allows.read_history);
    for (const auto& use : list_uses(work.db, practice.series)) body.uses.push_back(use_body(work, use));
    body.editions = editions_for(work, practice);
    return body;
}

}  // namespace homeward::council

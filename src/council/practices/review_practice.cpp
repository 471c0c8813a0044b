#include <algorithm>

#include "access/accounts.h"
#include "council/audience.h"
#include "council/mailing.h"
#include "council/members/body.h"
#include "council/practices/practice_review_store.h"
#include "council/practices/practice_store.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Permission;
using access::Role;
using access::Work;

bool counts(const Practice& practice, const PracticeReview& review) { return review.round == practice.round && !review.excused_at; }

Result<PracticeReviewId> place_reviewer(Work& work, const exchange::Membership& members, const Practice& practice, const Actor& reviewer) {
    if (practice.stage != PracticeStage::review) return conflict("practice.stage");
    TRY(check_reviewer(work.db, members, practice, list_reviews(work.db, practice.id), reviewer));
    const auto id = insert_review(work, practice, reviewer);
    work.record({"practice.review_asked", "practice", practice.id.str(), {}, {{"review", id.str()}, {"reviewer", reviewer.id.str()}}});
    tell_readers(work, practice.id);
    return id;
}

/// The actor's own review that is still to be given.
Result<PracticeReview> own_open_review(Work& work, PracticeReviewId id) {
    TRY(access::require(work.actor, Permission::review_practice));
    auto review = TRY(get_review(work.db, id));
    if (review.reviewer != work.actor.id) return not_found("practice.review_not_found");
    const auto practice = TRY(get_practice(work.db, review.practice_id));
    if (review.submitted_at || review.excused_at) return conflict("practice.review_given");
    if (practice.stage != PracticeStage::review || practice.round != review.round) return conflict("practice.stage");
    return review;
}

Done check_mark(const PracticeVerdict& verdict, std::string_view criterion, std::size_t i) {
    constexpr std::array<std::string_view, 4> verdicts{"met", "partly", "not_met", "not_applicable"};
    const std::string at = "marks/" + std::to_string(i) + "/";
    const auto& mark = verdict.marks[i];
    if (mark.criterion != criterion || std::ranges::find(verdicts, mark.verdict) == verdicts.end()) return invalid("practice.marks", at + "verdict");
    const bool asks_why = mark.verdict == "partly" || mark.verdict == "not_met";
    if (asks_why && !check_text(mark.comment, 2000, "comment")) return invalid("practice.mark_comment", at + "comment");
    return check_optional_text(mark.comment, 2000, (at + "comment").c_str());
}

Done check_verdict(const PracticeVerdict& verdict) {
    if (verdict.marks.size() != kPracticeCriteria.size()) return invalid("practice.marks", "marks");
    for (std::size_t i = 0; i < kPracticeCriteria.size(); ++i) TRY(check_mark(verdict, kPracticeCriteria[i], i));
    if (verdict.overall != "publish" && verdict.overall != "changes") return invalid("practice.overall", "overall");
    const bool unmet = std::ranges::any_of(verdict.marks, [](const PracticeMark& mark) { return mark.verdict == "not_met"; });
    if (unmet && verdict.overall == "publish") return invalid("practice.review_inconsistent", "overall");
    if (verdict.overall == "changes") TRY(check_text(verdict.comment, 4000, "comment"));
    return check_optional_text(verdict.comment, 4000, "comment");
}

}  // namespace

OpenPlaces open_places(const Practice& practice, const std::vector<PracticeReview>& reviews) {
    OpenPlaces places{kReviewingStates, kReviewingExperts};
    for (const auto& review : reviews) {
        if (counts(practice, review)) --(review.member.empty() ? places.experts : places.states);
    }
    return places;
}

bool is_recommended(const Practice& practice, const std::vector<PracticeReview>& reviews) {
    int for_it = 0;
    for (const auto& review : reviews) {
        if (!counts(practice, review)) continue;
        if (review.overall != "publish") return false;
        ++for_it;
    }
    return for_it == kReviewingStates + kReviewingExperts;
}

std::vector<CriterionSummary> summary_of(const Practice& practice, const std::vector<PracticeReview>& reviews) {
    std::vector<CriterionSummary> summary;
    for (const auto criterion : kPracticeCriteria) {
        CriterionSummary line{std::string(criterion)};
        for (const auto& review : reviews) {
            if (!counts(practice, review)) continue;
            for (const auto& mark : review.marks) {
                if (mark.criterion != criterion) continue;
                ++(mark.verdict == "met" ? line.met : mark.verdict == "partly" ? line.partly : mark.verdict == "not_met" ? line.not_met : line.not_applicable);
            }
        }
        summary.push_back(std::move(line));
    }
    return summary;
}

Done check_reviewer(store::Connection& db, const exchange::Membership& members, const Practice& practice,
                    const std::vector<PracticeReview>& reviews, const Actor& reviewer) {
    const bool expert = reviewer.role == Role::expert;
    if (!access::may(reviewer, Permission::review_practice) || (!expert && !is_state(members, reviewer.member))) return invalid("practice.reviewer_role", "reviewer");
    if (reviewer.member == practice.state) return conflict("practice.reviewer_own_state");
    if (reviewer.id == practice.author || has_edited(db, practice.id, reviewer.id)) return conflict("practice.reviewer_wrote");
    if (has_declared_conflict(db, practice.series, reviewer.id)) return conflict("practice.reviewer_conflict");
    const auto places = open_places(practice, reviews);
    if ((expert ? places.experts : places.states) == 0) return conflict("practice.reviewer_no_place");
    if (expert) return {};
    const bool taken = std::ranges::any_of(reviews, [&](const PracticeReview& each) { return counts(practice, each) && each.member == reviewer.member; });
    if (taken) return conflict("practice.reviewer_state_taken");
    return {};
}

std::vector<Actor> possible_reviewers(store::Connection& db, const exchange::Membership& members, const Practice& practice) {
    const auto reviews = list_reviews(db, practice.id);
    std::vector<Actor> possible;
    for (const Role role : {Role::focal_point, Role::expert}) {
        for (auto& account : access::list_accounts(db, role, "")) {
            if (check_reviewer(db, members, practice, reviews, account)) possible.push_back(std::move(account));
        }
    }
    return possible;
}

Result<PracticeReviewId> ask_review(Work& work, const exchange::Membership& members, PracticeId id, access::AccountId reviewer) {
    const Practice practice = TRY(see_practice(work, id));
    TRY(access::require(work.actor, Permission::edit_council));
    const auto account = TRY(access::get_account(work.db, reviewer));
    const auto review = TRY(place_reviewer(work, members, practice, account));
    tell(work, {"account:" + reviewer.str()}, {"review_asked", "practice", id.str(), title_of(practice, "en"), "/practices/" + id.str()});
    return review;
}

Result<PracticeReviewId> take_up_review(Work& work, const exchange::Membership& members, PracticeId id) {
    TRY(access::require(work.actor, Permission::review_practice));
    // Who is called may take up a text that they cannot read yet.
    TRY(require_to_see(work, "practice_call", id.str(), "practice.not_found"));
    return place_reviewer(work, members, TRY(get_practice(work.db, id)), work.actor);
}

Done declare_conflict(Work& work, PracticeReviewId id, const std::string& statement) {
    const auto review = TRY(own_open_review(work, id));
    TRY(check_text(statement, 1000, "statement"));
    excuse_review(work, id, statement);
    work.record({"practice.conflict_declared", "practice", review.practice_id.str(), {}, {{"review", id.str()}}});
    tell_readers(work, review.practice_id);
    return {};
}

Done give_review(Work& work, PracticeReviewId id, const PracticeVerdict& verdict) {
    const auto review = TRY(own_open_review(work, id));
    TRY(check_verdict(verdict));
    keep_verdict(work, id, verdict);
    work.record({"practice.review_given", "practice", review.practice_id.str(), {}, {{"review", id.str()}}});
    const auto practice = TRY(get_practice(work.db, review.practice_id));
    int given = 0;
    for (const auto& each : list_reviews(work.db, practice.id)) given += counts(practice, each) && each.submitted_at ? 1 : 0;
    if (given < kReviewingStates + kReviewingExperts) {
        tell_readers(work, practice.id);
        return {};
    }
    take_step(work, practice, PracticeStage::reviewed, "reviewed");
    tell(work, {"secretariat"}, {"practice_reviewed", "practice", practice.id.str(), title_of(practice, "en"), "/practices/" + practice.id.str()});
    return {};
}

}  // namespace homeward::council

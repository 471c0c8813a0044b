#pragma once
// Peer review: two other States and one expert, each against the same criteria, none seeing the others' before their own.

#include "council/practices/practice.h"
#include "exchange/membership.h"

namespace homeward::council {

constexpr int kReviewingStates = 2;
constexpr int kReviewingExperts = 1;

/// The criteria: humane, family unity, best interests of the child, women at the centre, human rights.
/// source    what the region's work was recognised for at the Human Rights Council (July 2021) and the United Nations'
///           counter-terrorism week (June 2023); rights are asked for by UNODC and by the UN visit of December 2021
inline constexpr std::array<std::string_view, 5> kPracticeCriteria{"humane", "family_unity", "best_interests", "women", "rights"};

/// verdict   met, partly, not_met, not_applicable; partly and not_met say why
struct PracticeMark {
    std::string criterion, verdict, comment;
};
/// overall   publish; changes
struct PracticeVerdict {
    std::vector<PracticeMark> marks;  ///< one for each criterion
    std::string overall;
    std::string comment;
};

struct PracticeReview : PracticeVerdict {
    PracticeReviewId id;
    PracticeId practice_id;
    int round = 1;
    access::AccountId reviewer;
    std::string reviewer_name;
    std::string member;    ///< the State it speaks for; empty for the expert
    Instant asked_at;
    std::string conflict;  ///< of interest, as declared
    std::optional<Instant> excused_at, submitted_at;
};

struct OpenPlaces {
    int states = 0, experts = 0;
};
OpenPlaces open_places(const Practice& practice, const std::vector<PracticeReview>& reviews);

/// Of all rounds, oldest first.
std::vector<PracticeReview> list_reviews(store::Connection& db, PracticeId practice);

/// Whether all of this round are in and each recommends it.
bool is_recommended(const Practice& practice, const std::vector<PracticeReview>& reviews);

/// Why an account cannot review a practice, if so: it is of the authoring State, wrote or edited it, its State reviews
/// already, it declared a conflict of interest, or no place is open for it.
/// errors    conflict `practice.reviewer_own_state`, `practice.reviewer_wrote`, `practice.reviewer_state_taken`,
///           `practice.reviewer_conflict`, `practice.reviewer_no_place`; invalid `practice.reviewer_role`
Done check_reviewer(store::Connection& db, const exchange::Membership& members, const Practice& practice,
                    const std::vector<PracticeReview>& reviews, const access::Actor& reviewer);
/// Accounts that could review it now.
std::vector<access::Actor> possible_reviewers(store::Connection& db, const exchange::Membership& members, const Practice& practice);

/// The secretariat asks somebody to review.
/// errors    not_found `practice.not_found`, `account.not_found`; forbidden; conflict `practice.stage`; and as check_reviewer
Result<PracticeReviewId> ask_review(access::Work& work, const exchange::Membership& members, PracticeId id, access::AccountId reviewer);
/// Somebody takes up an open place.
/// errors    as ask_review
Result<PracticeReviewId> take_up_review(access::Work& work, const exchange::Membership& members, PracticeId id);
/// A reviewer declares a conflict of interest: the place is open again, and this account may not review the series.
/// errors    not_found `practice.review_not_found`; forbidden unless the actor's own; conflict `practice.review_given`
Done declare_conflict(access::Work& work, PracticeReviewId id, const std::string& statement);
/// Gives the review. With the last of the round the practice is reviewed.
/// errors    as declare_conflict; invalid `practice.marks`, `practice.mark_comment`, `practice.overall`,
///           `practice.review_inconsistent` when a criterion is not met and yet publishing recommended
Done give_review(access::Work& work, PracticeReviewId id, const PracticeVerdict& verdict);

/// How often each verdict was given to each criterion in the round that led to publication. No names.
struct CriterionSummary {
    std::string criterion;
    int met = 0, partly = 0, not_met = 0, not_applicable = 0;
};
std::vector<CriterionSummary> summary_of(const Practice& practice, const std::vector<PracticeReview>& reviews);

}  // namespace homeward::council

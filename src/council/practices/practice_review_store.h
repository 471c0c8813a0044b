#pragma once
// The SQL of reviews.

#include "council/practices/practice_review.h"

namespace homeward::council {

PracticeReviewId insert_review(access::Work& work, const Practice& practice, const access::Actor& reviewer);
void excuse_review(access::Work& work, PracticeReviewId id, const std::string& conflict);
void keep_verdict(access::Work& work, PracticeReviewId id, const PracticeVerdict& verdict);
/// errors    not_found `practice.review_not_found`
Result<PracticeReview> get_review(store::Connection& db, PracticeReviewId id);
/// Whether this account declared a conflict of interest with any edition of the series.
bool has_declared_conflict(store::Connection& db, PracticeId series, access::AccountId reviewer);
/// Whether this account saved any version of it.
bool has_edited(store::Connection& db, PracticeId id, access::AccountId account);

}  // namespace homeward::council

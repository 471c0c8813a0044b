#include "council/practices/practice_review_store.h"

namespace homeward::council {
namespace {

using access::AccountId;
using access::Work;

constexpr const char* kSelect = "SELECT r.id, r.practice_id, r.round, r.reviewer, a.name, r.member, r.asked_at, r.conflict, r.excused_at,"
                                " r.submitted_at, r.overall, r.comment FROM practice_reviews r JOIN accounts a ON a.id = r.reviewer";

PracticeReview review_of(store::Connection& db, const store::Row& row) {
    PracticeReview review;
    review.id = row.get<PracticeReviewId>(0);
    review.practice_id = row.get<PracticeId>(1);
    review.round = row.get<int>(2);
    review.reviewer = row.get<AccountId>(3);
    review.reviewer_name = row.text(4);
    review.member = row.text(5);
    review.asked_at = row.get<Instant>(6);
    review.conflict = row.text(7);
    review.excused_at = row.get<std::optional<Instant>>(8);
    review.submitted_at = row.get<std::optional<Instant>>(9);
    review.overall = row.get<std::optional<std::string>>(10).value_or("");
    review.comment = row.text(11);
    for (const auto criterion : kPracticeCriteria) {
        auto mark = db.query("SELECT verdict, comment FROM practice_marks WHERE review_id = $1 AND criterion = $2", review.id, criterion);
        if (mark.next()) review.marks.push_back({std::string(criterion), mark.row().get<std::string>(0), mark.row().get<std::string>(1)});
    }
    return review;
}

}  // namespace

std::vector<PracticeReview> list_reviews(store::Connection& db, PracticeId practice) {
    std::vector<PracticeReview> reviews;
    for (const auto row : db.query(std::string(kSelect) + " WHERE r.practice_id = $1 ORDER BY r.asked_at, r.id", practice)) {
        reviews.push_back(review_of(db, row));
    }
    return reviews;
}

Result<PracticeReview> get_review(store::Connection& db, PracticeReviewId id) {
    auto query = db.query(std::string(kSelect) + " WHERE r.id = $1", id);
    if (!query.next()) return not_found("practice.review_not_found");
    return review_of(db, query.row());
}

PracticeReviewId insert_review(Work& work, const Practice& practice, const access::Actor& reviewer) {
    const auto id = PracticeReviewId::make(work.now);
    const std::string member = reviewer.role == access::Role::expert ? "" : reviewer.member;
    work.db.run("INSERT INTO practice_reviews (id, practice_id, round, reviewer, member, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", id,
                practice.id, practice.round, reviewer.id, member, work.actor.id, work.now);
    return id;
}

void excuse_review(Work& work, PracticeReviewId id, const std::string& conflict) {
    work.db.run("UPDATE practice_reviews SET excused_at = $2, conflict = $3 WHERE id = $1", id, work.now, conflict);
}

void keep_verdict(Work& work, PracticeReviewId id, const PracticeVerdict& verdict) {
    work.db.run("UPDATE practice_reviews SET submitted_at = $2, overall = $3, comment = $4 WHERE id = $1", id, work.now, verdict.overall, verdict.comment);
    for (const auto& mark : verdict.marks) {
        work.db.run("INSERT INTO practice_marks (review_id, criterion, verdict, comment) VALUES ($1, $2, $3, $4)", id, mark.criterion, mark.verdict, mark.comment);
    }
}

bool has_declared_conflict(store::Connection& db, PracticeId series, AccountId reviewer) {
    return db.query("SELECT 1 FROM practice_reviews r JOIN practices p ON p.id = r.practice_id"
                    " WHERE p.series_id = $1 AND r.reviewer = $2 AND r.conflict <> '' LIMIT 1", series, reviewer).next();
}

bool has_edited(store::Connection& db, PracticeId id, AccountId account) {
    return db.query("SELECT 1 FROM practice_versions WHERE practice_id = $1 AND saved_by = $2 LIMIT 1", id, account).next();
}

}  // namespace homeward::council

#pragma once
// How the API shows a practice. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "council/practices/practice_list.h"
#include "council/practices/practice_review.h"
#include "council/practices/practice_store.h"
#include "council/practices/practice_use.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(PracticeText, (), (language, title, context, problem, action, groups, results, cost, gender, age, rights, failed, conditions, contact))
BOOST_DESCRIBE_STRUCT(PracticeMark, (), (criterion, verdict, comment))
BOOST_DESCRIBE_STRUCT(CriterionSummary, (), (criterion, met, partly, not_met, not_applicable))
BOOST_DESCRIBE_STRUCT(PracticeStep, (), (step, note, by, by_member, at))
BOOST_DESCRIBE_STRUCT(PracticeChange, (), (language, field, before, after))
BOOST_DESCRIBE_STRUCT(PracticeVersion, (), (version, by, by_member, at, changes))
BOOST_DESCRIBE_STRUCT(PracticeLine, (), (id, kind, stage, state, titles, topics, year_from, year_to, evidence, edition, example, published_on,
                                         review_due_on, used_by))
struct PracticesBody {
    std::vector<PracticeLine> items;
    std::optional<std::string> next;
    bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(PracticesBody, (), (items, next, may_write))
struct PracticeCallBody {
    PracticeLine practice;
    int states = 0, experts = 0;
    bool may_take = false;
};
BOOST_DESCRIBE_STRUCT(PracticeCallBody, (), (practice, states, experts, may_take))
struct PracticeCallsBody {
    std::vector<PracticeCallBody> items;
};
BOOST_DESCRIBE_STRUCT(PracticeCallsBody, (), (items))

struct PracticeReviewBody {
    PracticeReviewId id;
    int round = 1;
    std::string member;
    std::optional<std::string> reviewer, conflict;
    Instant asked_at;
    std::optional<Instant> submitted_at, excused_at;
    std::vector<PracticeMark> marks;
    std::optional<std::string> overall;
    std::string comment;
    bool may_give = false;
};
BOOST_DESCRIBE_STRUCT(PracticeReviewBody, (), (id, round, member, reviewer, conflict, asked_at, submitted_at, excused_at, marks, overall, comment, may_give))
struct PracticeOutcomeBody {
    std::string outcome, note;
    Instant said_at;
};
BOOST_DESCRIBE_STRUCT(PracticeOutcomeBody, (), (outcome, note, said_at))
struct PracticeUseBody {
    PracticeUseId id;
    std::string state, place;
    PartialDate since;
    std::string changed;
    int edition = 1, version = 1;
    std::vector<PracticeOutcomeBody> outcomes;
    bool may_update = false;
};
BOOST_DESCRIBE_STRUCT(PracticeUseBody, (), (id, state, place, since, changed, edition, version, outcomes, may_update))
struct PracticeEditionBody {
    PracticeId id;
    int edition = 1;
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(PracticeEditionBody, (), (id, edition, stage))
struct PracticeReviewedBy {
    int states = 0, experts = 0;
    std::vector<std::string> members;
    std::vector<CriterionSummary> criteria;
};
BOOST_DESCRIBE_STRUCT(PracticeReviewedBy, (), (states, experts, members, criteria))
struct PracticeAllows {
    bool edit = false, submit = false, clear = false, give_back = false, ask_review = false, publish = false, correct = false, renew = false,
         retire = false, begin_edition = false, record_use = false, read_history = false;
};
BOOST_DESCRIBE_STRUCT(PracticeAllows, (), (edit, submit, clear, give_back, ask_review, publish, correct, renew, retire, begin_edition, record_use, read_history))
struct PracticeBody {
    PracticeId id;
    int edition = 1;
    std::string kind, stage;
    int round = 0;
    std::string state;
    std::vector<std::string> topics;
    int year_from = 0;
    std::optional<int> year_to;
    std::string evidence;
    std::optional<std::int64_t> cost_low, cost_high;
    std::string currency, readers, pictures;
    bool example = false;
    int version = 1;
    std::vector<PracticeText> texts;
    std::optional<Date> published_on, review_due_on;
    bool review_overdue = false;
    std::optional<PracticeReviewedBy> reviewed_by;
    std::vector<PracticeReviewBody> reviews;
    std::vector<PracticeStep> steps;
    std::vector<PracticeUseBody> uses;
    std::vector<PracticeEditionBody> editions;
    PracticeAllows allows;
};
BOOST_DESCRIBE_STRUCT(PracticeBody, (), (id, edition, kind, stage, round, state, topics, year_from, year_to, evidence, cost_low, cost_high, currency,
                                         readers, pictures, example, version, texts, published_on, review_due_on, review_overdue, reviewed_by,
                                         reviews, steps, uses, editions, allows))

/// As this reader sees it.
PracticeBody practice_body(access::Work& work, const exchange::Membership& members, const Practice& practice);

}  // namespace homeward::council

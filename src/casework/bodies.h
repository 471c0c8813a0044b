#pragma once
// How the API shows a case file. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/approvals/needs_approval.h"
#include "casework/codes.h"
#include "casework/reviews/review_codes.h"
#include "casework/visits/visit_codes.h"

namespace homeward::casework {

struct StaffBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(StaffBody, (), (id, name))

struct PersonBody {
    people::PersonId id;
    std::string code, name, sex, region;
    std::optional<PartialDate> born_on;
    std::optional<int> age;
    std::optional<std::string> family_id;
};
BOOST_DESCRIBE_STRUCT(PersonBody, (), (id, code, name, sex, region, born_on, age, family_id))

struct NeedBody {
    NeedId id;
    NeedDomain domain;
    NeedLevel level;
    std::string note;
    StaffBody recorded_by;
    Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(NeedBody, (), (id, domain, level, note, recorded_by, recorded_at))

struct PlanServiceBody {
    PlanServiceId id;
    std::string service, note;
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(PlanServiceBody, (), (id, service, note, due_on))

struct GoalBody {
    GoalId id;
    NeedDomain domain;
    std::string text;
    std::optional<Date> due_on;
    std::vector<PlanServiceBody> services;
};
BOOST_DESCRIBE_STRUCT(GoalBody, (), (id, domain, text, due_on, services))

struct PlanMoveBody {
    PlanState kind;
    StaffBody by;
    Instant at;
    std::optional<std::string> comment;
    bool own_work;
};
BOOST_DESCRIBE_STRUCT(PlanMoveBody, (), (kind, by, at, comment, own_work))

/// own_work   that the decision would be one on the reader's own work, by a right of the account
struct PlanAllows {
    bool write = false, submit = false, decide = false, review = false, own_work = false;
};
BOOST_DESCRIBE_STRUCT(PlanAllows, (), (write, submit, decide, review, own_work))

struct ReviewBody {
    PlanReviewId id;
    PlanId plan_id;
    ReviewOutcome outcome;
    StaffBody by;
    Instant at;
    Date next_on;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReviewBody, (), (id, plan_id, outcome, by, at, next_on, note))

struct NeedsApprovalBody {
    NeedsApprovalId id;
    StaffBody submitted_by;
    Instant submitted_at;
    std::optional<bool> approved;
    std::optional<StaffBody> decided_by;
    std::optional<Instant> decided_at;
    bool own_work, changed_since;
    std::optional<std::string> comment;
    bool may_decide = false;
};
BOOST_DESCRIBE_STRUCT(NeedsApprovalBody, (), (id, submitted_by, submitted_at, approved, decided_by, decided_at, own_work, changed_since, comment, may_decide))

struct PlanBody {
    PlanId id;
    CaseId case_id;
    PlanState state;
    int version;
    StaffBody created_by;
    Instant created_at;
    std::optional<StaffBody> submitted_by;
    std::optional<Instant> submitted_at;
    std::optional<StaffBody> decided_by;
    std::optional<Instant> decided_at;
    bool own_work;
    std::optional<Date> review_on;
    std::optional<std::string> comment;
    std::vector<GoalBody> goals;
    std::vector<PlanMoveBody> moves;
    PlanAllows allows;
};
BOOST_DESCRIBE_STRUCT(PlanBody, (), (id, case_id, state, version, created_by, created_at, submitted_by, submitted_at, decided_by,
                                     decided_at, own_work, review_on, comment, goals, moves, allows))

struct VisitBody {
    VisitId id;
    Date due_on;
    std::optional<Date> done_on;
    std::optional<StaffBody> done_by;
    std::optional<std::string> note;
    VisitKind kind;
    VisitPurpose purpose;
    std::vector<std::string> met;
    std::optional<Wellbeing> wellbeing;
    std::optional<PlanFit> plan_fit;
    std::optional<Support> support;
    int version;
};
BOOST_DESCRIBE_STRUCT(VisitBody, (), (id, due_on, done_on, done_by, note, kind, purpose, met, wellbeing, plan_fit, support, version))

struct ClosureBody {
    ClosureId id;
    ClosureReason reason;
    std::string note;
    StaffBody proposed_by;
    Instant proposed_at;
    std::optional<bool> approved;
    std::optional<StaffBody> decided_by;
    std::optional<Instant> decided_at;
    bool own_work;
    std::optional<std::string> comment;
    std::optional<StaffBody> reopened_by;
    std::optional<Instant> reopened_at;
    std::optional<std::string> reopening;
    bool may_decide = false;
};
BOOST_DESCRIBE_STRUCT(ClosureBody, (), (id, reason, note, proposed_by, proposed_at, approved, decided_by, decided_at, own_work, comment,
                                        reopened_by, reopened_at, reopening, may_decide))

struct CaseAllows {
    bool submit_needs = false, write = false, start_plan = false, plan_visit = false, propose_closure = false, reopen = false;
};
BOOST_DESCRIBE_STRUCT(CaseAllows, (), (submit_needs, write, start_plan, plan_visit, propose_closure, reopen))

struct CaseBody {
    CaseId id;
    PersonBody person;
    std::string step;
    StaffBody opened_by;
    Instant opened_at;
    std::optional<StaffBody> worker;
    std::vector<NeedBody> needs, earlier_needs;
    std::vector<NeedsApprovalBody> needs_approvals;
    std::vector<ReviewBody> reviews;
    std::vector<PlanBody> plans;
    std::vector<VisitBody> visits;
    std::vector<ClosureBody> closures;
    bool child_page = false;  ///< whether the page about a child is of use here
    CaseAllows allows;
};
BOOST_DESCRIBE_STRUCT(CaseBody, (), (id, person, step, opened_by, opened_at, worker, needs, earlier_needs, needs_approvals, reviews, plans, visits, closures, child_page, allows))

StaffBody staff_body(store::Connection& db, access::AccountId id);
PlanBody plan_body(access::Work& work, const Plan& plan);
/// The whole file as this actor may see it.
Result<CaseBody> case_body(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework

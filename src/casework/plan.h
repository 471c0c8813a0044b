#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/need.h"

namespace homeward::casework {

enum class PlanState { draft, submitted, returned, approved, superseded };

/// A service that the plan promises; `service` is a code of the catalogue.
struct PlanService {
    PlanServiceId id;
    std::string service;
    std::string note;
    std::optional<Date> due_on;
};

struct Goal {
    GoalId id;
    NeedDomain domain = NeedDomain::documents;
    std::string text;
    std::optional<Date> due_on;
    std::vector<PlanService> services;
};

/// One step of a plan between its writer and the supervisor.
struct PlanMove {
    PlanMoveId id;
    PlanState kind = PlanState::submitted;  ///< submitted, returned or approved
    access::AccountId by;
    Instant at;
    std::string comment;
    bool own_work = false;
};

/// What a family and its social worker agreed to work for.
struct Plan {
    PlanId id;
    CaseId case_id;
    PlanState state = PlanState::draft;
    access::AccountId created_by;
    Instant created_at;
    std::optional<access::AccountId> submitted_by;
    std::optional<Instant> submitted_at;
    std::optional<access::AccountId> decided_by;
    std::optional<Instant> decided_at;
    bool own_work = false;             ///< decided by whoever submitted it, by a right of the account
    std::optional<Date> review_on = {};  ///< by when it is looked at again; an approved plan has one
    std::string comment = {};  ///< of the one who decided last
    int version = 1;      ///< counts saves
    std::vector<Goal> goals;
    std::vector<PlanMove> moves;  ///< oldest first
};

// --- the rules, free of I/O ---------------------------------------------------------------------------------

constexpr int kReviewAfterDays = 90;  ///< of an approval, where the plan names no day and the installation no other number
/// errors    conflict `plan.not_open`; invalid `plan.no_goals`
Result<Plan> submit(Plan plan, access::AccountId by, Instant now);
/// Without a day of its own the plan is looked at again `review_after_days` later.
/// errors    conflict `plan.not_submitted`, `plan.own_work` for the one who submitted it and has no right to decide on it
Result<Plan> approve(Plan plan, const access::Actor& by, Instant now, int review_after_days = kReviewAfterDays);
/// errors    those of approve, and invalid `plan.comment_needed`
Result<Plan> return_for_work(Plan plan, const access::Actor& by, Instant now, std::string comment);

constexpr int kLatestReviewDays = 366;

// --- the actions --------------------------------------------------------------------------------------------

/// Starts a plan for an assessed case file. While an approved plan stands, the new one will take its place
/// when it is approved itself.
/// errors    not_found, forbidden; conflict `case.closed`, `case.not_assessed`, `plan.open_exists`
Result<PlanId> start_plan(access::Work& work, people::Register& people, CaseId id);

/// Takes the place of a draft's goals and services. `version` is the one that the editor saw.
///
/// review_on   by when the plan is looked at again; left to the approval where empty
/// errors    conflict `plan.not_open`, `edit.changed_meanwhile`; invalid `plan.too_long`, `plan.goal_empty`,
///           `plan.service_unknown` for one that the catalogue does not have, `case.text_long`, `plan.review_day` for a day that is
///           past or more than kLatestReviewDays ahead
Result<Plan> write_plan(access::Work& work, PlanId id, int version, const std::vector<Goal>& goals, std::optional<Date> review_on = {});

/// Hands a plan to a supervisor. source: Inter-Agency Guidelines for Case Management (2014), step 3
Result<Plan> submit_plan(access::Work& work, people::Register& people, PlanId id, int version);
/// Approves a submitted plan, so that its services can be ordered.
/// errors    not_found; forbidden unless the actor supervises the case; conflict if not submitted, or own work
Result<Plan> approve_plan(access::Work& work, people::Register& people, PlanId id, int version, std::string comment);
/// Gives a submitted plan back with a comment on what is missing.
Result<Plan> return_plan(access::Work& work, people::Register& people, PlanId id, int version, std::string comment);

Result<Plan> get_plan(access::Work& work, PlanId id);
/// The plans of a file, newest first.
Result<std::vector<Plan>> plans_of(access::Work& work, const CaseFile& file);

/// Writes state, people and instants of a plan; not its goals. The version counts one up.
Done save_plan(access::Work& work, Plan& plan);
/// Notes that services of a plan are under way; called with each order, only the first counts.
void mark_serving(access::Work& work, people::Register& people, const CaseFile& file, PlanId id);
/// Notes that the actor brought a plan into the state that it is in, with the plan's comment.
Done add_move(access::Work& work, const CaseFile& file, const Plan& plan);

}  // namespace homeward::casework

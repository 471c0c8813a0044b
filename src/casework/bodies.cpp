#include "casework/bodies.h"

#include "access/accounts.h"
#include "casework/children/child.h"
#include "casework/second_person.h"
#include "people/person.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

std::optional<StaffBody> staff_if_any(store::Connection& db, const std::optional<AccountId>& id) {
    return id ? std::optional(staff_body(db, *id)) : std::nullopt;
}

std::optional<std::string> if_any(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

NeedBody need_body(Work& work, const Need& need) {
    return {need.id, need.domain, need.level, need.note, staff_body(work.db, need.recorded_by), need.recorded_at};
}

Result<PersonBody> person_body(Work& work, people::PersonId id) {
    const auto card = TRY(people::person_card(work, id));
    PersonBody body{id, card.code, card.name, std::string(people::to_string(card.sex)), card.region, card.born_on, std::nullopt, std::nullopt};
    if (card.born_on) body.age = age_on(*card.born_on, work.today());
    if (card.family_id) body.family_id = card.family_id->str();
    return body;
}

}  // namespace

StaffBody staff_body(store::Connection& db, AccountId id) {
    const auto account = access::get_account(db, id);
    return {id.str(), account ? account->name : std::string()};
}

PlanBody plan_body(Work& work, const Plan& plan) {
    PlanBody body{plan.id, plan.case_id, plan.state, plan.version, staff_body(work.db, plan.created_by), plan.created_at,
                  staff_if_any(work.db, plan.submitted_by), plan.submitted_at, staff_if_any(work.db, plan.decided_by), plan.decided_at,
                  plan.own_work, plan.review_on, if_any(plan.comment), {}, {}, {}};
    for (const auto& move : plan.moves) body.moves.push_back({move.kind, staff_body(work.db, move.by), move.at, if_any(move.comment), move.own_work});
    for (const auto& goal : plan.goals) {
        body.goals.push_back({goal.id, goal.domain, goal.text, goal.due_on, {}});
        for (const auto& service : goal.services) {
            body.goals.back().services.push_back({service.id, service.service, service.note, service.due_on});
        }
    }
    const auto file = get_case(work.db, plan.case_id);
    const auto stored = people::relation_of(work.db, file->person_id);
    if (!stored || file->step == people::CaseStep::closed) return body;
    const access::Relation relation = *stored;
    const bool open = plan.state == PlanState::draft || plan.state == PlanState::returned;
    body.allows.write = open && may(work.actor, Permission::write_case, relation);
    body.allows.submit = open && may(work.actor, Permission::submit_plan, relation);
    body.allows.decide = plan.state == PlanState::submitted && may_be_second(work.actor, *plan.submitted_by) &&
                         may(work.actor, Permission::approve_plan, relation);
    body.allows.own_work = body.allows.decide && plan.submitted_by == work.actor.id;
    body.allows.review = plan.state == PlanState::approved && may(work.actor, Permission::write_case, relation);
    return body;
}

Result<CaseBody> case_body(Work& work, const CaseFile& file) {
    CaseBody body{};
    body.id = file.id;
    body.person = TRY(person_body(work, file.person_id));
    body.step = people::to_string(file.step);
    body.opened_by = staff_body(work.db, file.opened_by);
    body.opened_at = file.opened_at;
    const Needs needs = TRY(needs_of(work, file));
    for (const auto& need : needs.current) body.needs.push_back(need_body(work, need));
    for (const auto& need : needs.earlier) body.earlier_needs.push_back(need_body(work, need));
    for (const auto& plan : TRY(plans_of(work, file))) body.plans.push_back(plan_body(work, plan));
    for (const auto& visit : TRY(visits_of(work, file))) {
        body.visits.push_back({visit.id, visit.due_on, visit.done_on, staff_if_any(work.db, visit.done_by), if_any(visit.note), visit.kind,
                               visit.purpose, visit.met, visit.wellbeing, visit.plan_fit, visit.support, visit.version});
    }
    const people::PersonRelation stored = TRY(people::relation_of(work.db, file.person_id));
    const access::Relation relation = stored;
    body.worker = staff_if_any(work.db, stored.assigned_to);
    for (const auto& closure : TRY(closures_of(work, file))) {
        body.closures.push_back({closure.id, closure.reason, closure.note, staff_body(work.db, closure.proposed_by), closure.proposed_at,
                                 closure.approved, staff_if_any(work.db, closure.decided_by), closure.decided_at, closure.own_work, if_any(closure.comment),
                                 staff_if_any(work.db, closure.reopened_by), closure.reopened_at, if_any(closure.reopening),
                                 !closure.approved && may_be_second(work.actor, closure.proposed_by) && may(work.actor, Permission::approve_closure, relation)});
    }
    for (const auto& approval : TRY(needs_approvals_of(work, file))) {
        body.needs_approvals.push_back({approval.id, staff_body(work.db, approval.submitted_by), approval.submitted_at, approval.approved,
                                        staff_if_any(work.db, approval.decided_by), approval.decided_at, approval.own_work, approval.changed_since,
                                        if_any(approval.comment),
                                        !approval.approved && file.step != people::CaseStep::closed && may_be_second(work.actor, approval.submitted_by) &&
                                            may(work.actor, Permission::approve_assessment, relation)});
    }
    for (const auto& review : TRY(reviews_of(work, file))) {
        body.reviews.push_back({review.id, review.plan_id, review.outcome, staff_body(work.db, review.by), review.at, review.next_on, if_any(review.note)});
    }
    body.child_page = children::has_page(work, file, body.person.age);
    const bool closed = file.step == people::CaseStep::closed;
    const bool plan_open = std::ranges::any_of(body.plans, [](const PlanBody& plan) {
        return plan.state == PlanState::draft || plan.state == PlanState::submitted || plan.state == PlanState::returned;
    });
    body.allows.write = !closed && may(work.actor, Permission::write_case, relation);
    const auto* handed = body.needs_approvals.empty() ? nullptr : &body.needs_approvals.front();
    body.allows.submit_needs = body.allows.write && !body.needs.empty() && (!handed || (handed->approved && (!*handed->approved || handed->changed_since)));
    body.allows.start_plan = body.allows.write && !plan_open && file.step != people::CaseStep::opened;
    body.allows.plan_visit = !closed && may(work.actor, Permission::record_visit, relation);
    body.allows.propose_closure = !closed && file.step != people::CaseStep::closure_proposed && may(work.actor, Permission::propose_closure, relation);
    body.allows.reopen = closed && may(work.actor, Permission::reopen_case, relation);
    return body;
}

}  // namespace homeward::casework

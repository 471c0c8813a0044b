#include "casework/catalogue.h"
#include "casework/codes.h"
#include "casework/plan.h"
#include "history/history.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

constexpr std::size_t kMostGoals = 30, kMostServices = 20;

Done check(const std::vector<Goal>& goals) {
    if (goals.size() > kMostGoals) return invalid("plan.too_long", "goals", {{"most", std::to_string(kMostGoals)}});
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const std::string at = "goals/" + std::to_string(i);
        if (trim(goals[i].text).empty()) return invalid("plan.goal_empty", at + "/text");
        TRY(check_text(goals[i].text, at + "/text"));
        if (goals[i].services.size() > kMostServices) return invalid("plan.too_long", at + "/services", {{"most", std::to_string(kMostServices)}});
        for (std::size_t j = 0; j < goals[i].services.size(); ++j) {
            const std::string there = at + "/services/" + std::to_string(j);
            if (!in_catalogue(goals[i].services[j].service)) return invalid("plan.service_unknown", there + "/service");
            TRY(check_text(goals[i].services[j].note, there + "/note"));
        }
    }
    return {};
}

Done insert_goals(Work& work, const CaseFile& file, PlanId plan, const std::vector<Goal>& goals) {
    int goal_position = 0, service_position = 0;
    for (const auto& goal : goals) {
        const auto goal_id = GoalId::make(work.now);
        work.db.run("INSERT INTO plan_goals (id, plan_id, position, domain, text_sealed, due_on) VALUES ($1, $2, $3, $4, $5, $6)",
                    goal_id, plan, goal_position++, json::name_of(goal.domain),
                    TRY(sealed(work, file.person_id, {"plan_goals", "text_sealed", goal_id.str()}, goal.text)), goal.due_on);
        for (const auto& service : goal.services) {
            const auto id = PlanServiceId::make(work.now);
            work.db.run("INSERT INTO plan_services (id, plan_id, goal_id, position, service, note_sealed, due_on)"
                        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        id, plan, goal_id, service_position++, service.service,
                        TRY(sealed(work, file.person_id, {"plan_services", "note_sealed", id.str()}, service.note)), service.due_on);
        }
    }
    return {};
}

/// What the history says of a plan: one text a goal, with its services under it.
history::Fields fields_of(const Plan& plan) {
    history::Fields fields;
    std::string goals;
    for (const auto& goal : plan.goals) {
        goals += (goals.empty() ? "" : "\n") + goal.text + (goal.due_on ? " (" + goal.due_on->str() + ")" : "");
        for (const auto& service : goal.services) {
            goals += "\n  – " + service.service + (service.due_on ? " (" + service.due_on->str() + ")" : "") + (service.note.empty() ? "" : ": " + service.note);
        }
    }
    fields["goals"] = goals;
    if (plan.review_on) fields["review_on"] = plan.review_on->str();
    return fields;
}

}  // namespace

Result<PlanId> start_plan(Work& work, people::Register& people, CaseId id) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::write_case));
    if (file.step == people::CaseStep::opened) return conflict("case.not_assessed");
    if (work.db.query("SELECT 1 FROM case_plans WHERE case_id = $1 AND state IN ('draft', 'submitted', 'returned')", id).next()) {
        return conflict("plan.open_exists");
    }
    const auto plan = PlanId::make(work.now);
    work.db.run("INSERT INTO case_plans (id, case_id, state, created_by, created_at, version) VALUES ($1, $2, 'draft', $3, $4, 1)",
                plan, id, work.actor.id, work.now);
    work.record({"plan.started", "case_plan", plan.str(), file.person_id.str()});
    step_may_have_moved(work, people, id);
    return plan;
}

Result<Plan> write_plan(Work& work, PlanId id, int version, const std::vector<Goal>& goals, std::optional<Date> review_on) {
    Plan plan = TRY(get_plan(work, id));
    const CaseFile file = TRY(require_open_case(work, plan.case_id, Permission::write_case));
    if (plan.state != PlanState::draft && plan.state != PlanState::returned) return conflict("plan.not_open");
    if (plan.version != version) return conflict("edit.changed_meanwhile");
    TRY(check(goals));
    if (review_on && (*review_on < work.today() || work.today().plus_days(kLatestReviewDays) < *review_on)) {
        return invalid("plan.review_day", "review_on", {{"most", std::to_string(kLatestReviewDays)}});
    }
    const history::Fields before = fields_of(plan);
    plan.review_on = review_on;
    work.db.run("DELETE FROM plan_services WHERE plan_id = $1", id);
    work.db.run("DELETE FROM plan_goals WHERE plan_id = $1", id);
    TRY(insert_goals(work, file, id, goals));
    TRY(save_plan(work, plan));
    work.record({"plan.written", "case_plan", id.str(), file.person_id.str(), {{"version", std::to_string(plan.version)}}});
    Plan written = TRY(get_plan(work, id));
    TRY(history::note(work, file.person_id.uuid, {"case_plan", id.str()}, before, fields_of(written)));
    return written;
}

}  // namespace homeward::casework

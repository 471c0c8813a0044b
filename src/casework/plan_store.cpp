#include "casework/codes.h"
#include "casework/plan.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Work;

constexpr const char* kColumns = "id, case_id, state, created_by, created_at, submitted_by, submitted_at, decided_by, decided_at, version, own_work, review_on";

std::string opened(const vault::PersonKey& key, const vault::Place& place, std::span<const std::uint8_t> text) {
    return text.empty() ? std::string() : key.open(place, text);
}

Plan plan_of(const store::Row& row) {
    return {row.get<PlanId>(0), row.get<CaseId>(1), code<PlanState>(row.text(2)), row.get<AccountId>(3), row.get<Instant>(4),
              row.get<std::optional<AccountId>>(5), row.get<std::optional<Instant>>(6), row.get<std::optional<AccountId>>(7),
              row.get<std::optional<Instant>>(8), row.get<bool>(10), row.get<std::optional<Date>>(11), {}, row.get<int>(9), {}, {}};
}

void read_moves(Work& work, Plan& plan, const vault::PersonKey& key) {
    for (const auto row : work.db.query("SELECT id, kind, moved_by, moved_at, comment_sealed, own_work FROM plan_moves WHERE plan_id = $1 ORDER BY version", plan.id)) {
        PlanMove move{row.get<PlanMoveId>(0), code<PlanState>(row.text(1)), row.get<AccountId>(2), row.get<Instant>(3), {}, row.get<bool>(5)};
        move.comment = opened(key, {"plan_moves", "comment_sealed", move.id.str()}, row.blob(4));
        plan.moves.push_back(std::move(move));
    }
    if (!plan.moves.empty()) plan.comment = plan.moves.back().comment;
}

void read_goals(Work& work, Plan& plan, const vault::PersonKey& key) {
    for (const auto row : work.db.query("SELECT id, domain, text_sealed, due_on FROM plan_goals WHERE plan_id = $1 ORDER BY position", plan.id)) {
        Goal goal{row.get<GoalId>(0), code<NeedDomain>(row.text(1)), {}, row.get<std::optional<Date>>(3), {}};
        goal.text = opened(key, {"plan_goals", "text_sealed", goal.id.str()}, row.blob(2));
        plan.goals.push_back(std::move(goal));
    }
    for (const auto row : work.db.query("SELECT id, goal_id, service, note_sealed, due_on FROM plan_services WHERE plan_id = $1 ORDER BY position", plan.id)) {
        PlanService service{row.get<PlanServiceId>(0), std::string(row.text(2)), {}, row.get<std::optional<Date>>(4)};
        service.note = opened(key, {"plan_services", "note_sealed", service.id.str()}, row.blob(3));
        const auto goal = std::ranges::find(plan.goals, row.get<GoalId>(1), &Goal::id);
        if (goal != plan.goals.end()) goal->services.push_back(std::move(service));
    }
}

}  // namespace

Result<Plan> get_plan(Work& work, PlanId id) {
    const auto case_id = work.db.query("SELECT case_id FROM case_plans WHERE id = $1", id).value<CaseId>();
    if (!case_id) return not_found("plan.not_found");
    const CaseFile file = TRY(get_case(work.db, *case_id));
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    auto query = work.db.query(std::string("SELECT ") + kColumns + " FROM case_plans WHERE id = $1", id);
    query.next();
    Plan plan = plan_of(query.row());
    read_goals(work, plan, key);
    read_moves(work, plan, key);
    return plan;
}

Result<std::vector<Plan>> plans_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Plan> plans;
    for (const auto row : work.db.query(std::string("SELECT ") + kColumns + " FROM case_plans WHERE case_id = $1 ORDER BY created_at DESC, id DESC", file.id)) {
        plans.push_back(plan_of(row));
    }
    for (auto& plan : plans) {
        read_goals(work, plan, key);
        read_moves(work, plan, key);
    }
    return plans;
}

Done save_plan(Work& work, Plan& plan) {
    const int changed = work.db.run(
        "UPDATE case_plans SET state = $3, submitted_by = $4, submitted_at = $5, decided_by = $6, decided_at = $7,"
        " own_work = $8, review_on = $9,"
        " version = $2 + 1 WHERE id = $1 AND version = $2",
        plan.id, plan.version, json::name_of(plan.state), plan.submitted_by, plan.submitted_at, plan.decided_by, plan.decided_at,
        plan.own_work, plan.review_on);
    if (changed == 0) return conflict("edit.changed_meanwhile");
    ++plan.version;
    return {};
}

void mark_serving(Work& work, people::Register& people, const CaseFile& file, PlanId id) {
    work.db.run("UPDATE case_plans SET serving_since = $2 WHERE id = $1 AND serving_since IS NULL", id, work.now);
    step_may_have_moved(work, people, file.id);
}

Done add_move(Work& work, const CaseFile& file, const Plan& plan) {
    const auto id = PlanMoveId::make(work.now);
    work.db.run("INSERT INTO plan_moves (id, plan_id, kind, moved_by, moved_at, version, comment_sealed, own_work) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", id, plan.id,
                json::name_of(plan.state), work.actor.id, work.now, plan.version,
                TRY(sealed(work, file.person_id, {"plan_moves", "comment_sealed", id.str()}, plan.comment)), plan.own_work);
    return {};
}

}  // namespace homeward::casework

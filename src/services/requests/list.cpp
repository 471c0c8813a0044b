#include "access/permission.h"
#include "people/relation.h"
#include "services/catalogue/terms.h"
#include "services/order.h"

namespace homeward::services {
namespace {

using access::Work;

constexpr const char* kPlanned =
    "SELECT s.id, s.service, s.note_sealed, s.due_on, o.id, o.provider_id, v.name, o.due_on, o.state, o.ordered_at, o.decided_at, o.placed_at, o.closed_at,"
    " o.delivered_on, o.refused_reason, o.note_sealed, o.comment_sealed, o.asked_by_person, o.outcome, o.outcome_on, o.outcome_sealed, o.ordered_by, o.version,"
    " t.outcome_after_days FROM plan_services s JOIN case_plans p ON p.id = s.plan_id LEFT JOIN service_orders o ON o.plan_service_id = s.id"
    " LEFT JOIN providers v ON v.id = o.provider_id LEFT JOIN service_terms t ON t.service = s.service"
    " WHERE p.case_id = $1 AND (p.state = 'approved' OR o.id IS NOT NULL) ORDER BY p.created_at DESC, s.position, s.id, o.ordered_at, o.id";

Order order_of(const store::Row& row, const vault::PersonKey& key, access::AccountId reader) {
    Order order;
    order.id = row.get<OrderId>(4);
    order.provider_id = row.get<ProviderId>(5);
    order.provider_name = row.text(6);
    order.due_on = row.get<Date>(7);
    order.state = row.text(8);
    order.ordered_at = row.get<Instant>(9);
    const auto opened = [&](const char* column, int i) {
        return row.blob(i).empty() ? std::string() : key.open({"service_orders", column, order.id.str()}, row.blob(i));
    };
    order.decided_at = row.get<std::optional<Instant>>(10);
    order.placed_at = row.get<std::optional<Instant>>(11);
    order.closed_at = row.get<std::optional<Instant>>(12);
    order.delivered_on = row.get<std::optional<Date>>(13);
    order.refused_reason = row.get<std::optional<std::string>>(14);
    order.note = opened("note_sealed", 15);
    order.comment = opened("comment_sealed", 16);
    order.asked_by_person = row.get<bool>(17);
    order.outcome = row.get<std::optional<std::string>>(18);
    order.outcome_on = row.get<std::optional<Date>>(19);
    order.outcome_note = opened("outcome_sealed", 20);
    order.own = row.get<access::AccountId>(21) == reader;
    order.version = row.get<int>(22);
    if (order.delivered_on && !row.is_null(23)) order.outcome_due_on = order.delivered_on->plus_days(row.get<int>(23));
    return order;
}

}  // namespace

Result<std::vector<PlannedService>> services_of(Work& work, const casework::CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const bool keeps_grants = may(work.actor, access::Permission::manage_grants, relation);
    std::vector<PlannedService> services;
    for (const auto row : work.db.query(kPlanned, file.id)) {
        if (!keeps_grants && is_grant(row.text(1))) continue;
        const auto id = row.get<casework::PlanServiceId>(0);
        if (services.empty() || services.back().id != id) {
            const auto note = row.blob(2).empty() ? std::string() : key.open({"plan_services", "note_sealed", id.str()}, row.blob(2));
            services.push_back({id, std::string(row.text(1)), note, row.get<std::optional<Date>>(3), {}, {}});
        }
        if (row.is_null(4)) continue;
        PlannedService& planned = services.back();
        if (planned.order) planned.refused_before.push_back(std::move(*planned.order));
        planned.order = order_of(row, key, work.actor.id);
    }
    return services;
}

}  // namespace homeward::services

#include "services/order.h"

#include <algorithm>
#include <array>

#include "casework/plan.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;
using casework::CaseId;

struct OpenOrder {
    casework::CaseFile file;
};

/// The file of an order that may still be closed, in the version that the actor saw.
Result<OpenOrder> open_order(Work& work, OrderId id, int version) {
    auto query = work.db.query("SELECT case_id, state, version FROM service_orders WHERE id = $1", id);
    if (!query.next()) return not_found("order.not_found");
    const auto row = query.row();
    OpenOrder order{TRY(casework::require_case(work, row.get<CaseId>(0), Permission::order_service))};
    if (row.text(1) != "ordered") return conflict("order.closed");
    if (row.get<int>(2) != version) return conflict("edit.changed_meanwhile");
    return order;
}

}  // namespace

Result<OrderId> order_service(Work& work, people::Register& people, casework::PlanServiceId planned, ProviderId provider, Date due_on) {
    auto query = work.db.query("SELECT p.case_id, p.state, s.service, p.id FROM plan_services s JOIN case_plans p ON p.id = s.plan_id WHERE s.id = $1", planned);
    if (!query.next()) return not_found("order.no_such_service");
    const auto file = TRY(casework::require_open_case(work, query.row().get<CaseId>(0), Permission::order_service));
    if (query.row().text(1) != "approved") return conflict("order.plan_not_approved");
    const std::string service(query.row().text(2));
    const auto plan = query.row().get<casework::PlanId>(3);
    if (work.db.query("SELECT 1 FROM service_orders WHERE plan_service_id = $1 AND state <> 'refused'", planned).next()) return conflict("order.exists");
    if (!work.db.query("SELECT 1 FROM provider_services s JOIN providers p ON p.id = s.provider_id"
                       " WHERE s.provider_id = $1 AND s.service = $2 AND p.ended_at IS NULL", provider, service).next()) {
        return invalid("order.provider", "provider_id");
    }
    if (due_on < work.today()) return invalid("order.in_the_past", "due_on");
    const auto id = OrderId::make(work.now);
    work.db.run("INSERT INTO service_orders (id, plan_service_id, case_id, person_id, service, provider_id, due_on, state, ordered_by, ordered_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, 'ordered', $8, $9, 1)",
                id, planned, file.id, file.person_id, service, provider, due_on, work.actor.id, work.now);
    work.record({"service.ordered", "service_order", id.str(), file.person_id.str(), {{"service", service}, {"due_on", due_on.str()}}});
    casework::mark_serving(work, people, file, plan);
    return id;
}

Done deliver_order(Work& work, OrderId id, int version, Date delivered_on, const std::string& note) {
    const auto order = TRY(open_order(work, id, version));
    if (casework::latest_today(work) < delivered_on) return invalid("order.in_the_future", "delivered_on");
    TRY(casework::check_text(note, "note"));
    work.db.run("UPDATE service_orders SET state = 'delivered', delivered_on = $2, note_sealed = $3, closed_by = $4, closed_at = $5, version = version + 1 WHERE id = $1",
                id, delivered_on, TRY(casework::sealed(work, order.file.person_id, {"service_orders", "note_sealed", id.str()}, note)),
                work.actor.id, work.now);
    work.record({"service.delivered", "service_order", id.str(), order.file.person_id.str(), {{"delivered_on", delivered_on.str()}}});
    return {};
}

Done refuse_order(Work& work, OrderId id, int version, const std::string& reason, const std::string& note) {
    constexpr std::array<std::string_view, 6> reasons{"no_capacity", "not_eligible", "documents_missing", "declined_by_returnee",
                                                      "not_available_here", "other"};
    const auto order = TRY(open_order(work, id, version));
    if (std::ranges::find(reasons, reason) == reasons.end()) return invalid("order.reason", "reason");
    TRY(casework::check_text(note, "note"));
    work.db.run("UPDATE service_orders SET state = 'refused', refused_reason = $2, note_sealed = $3, closed_by = $4, closed_at = $5, version = version + 1 WHERE id = $1",
                id, reason, TRY(casework::sealed(work, order.file.person_id, {"service_orders", "note_sealed", id.str()}, note)),
                work.actor.id, work.now);
    work.record({"service.refused", "service_order", id.str(), order.file.person_id.str(), {{"reason", reason}}});
    return {};
}

Result<std::vector<PlannedService>> services_of(Work& work, const casework::CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    const auto opened = [&](const char* table, const std::string& row, std::span<const std::uint8_t> text) {
        return text.empty() ? std::string() : key.open({table, "note_sealed", row}, text);
    };
    std::vector<PlannedService> services;
    for (const auto row : work.db.query(
             "SELECT s.id, s.service, s.note_sealed, s.due_on, o.id, o.provider_id, v.name, o.due_on, o.state, o.ordered_at, o.closed_at, o.delivered_on,"
             " o.refused_reason, o.note_sealed, o.version FROM plan_services s JOIN case_plans p ON p.id = s.plan_id"
             " LEFT JOIN service_orders o ON o.plan_service_id = s.id LEFT JOIN providers v ON v.id = o.provider_id"
             " WHERE p.case_id = $1 AND (p.state = 'approved' OR o.id IS NOT NULL) ORDER BY p.created_at DESC, s.position, s.id, o.ordered_at, o.id", file.id)) {
        const auto id = row.get<casework::PlanServiceId>(0);
        if (services.empty() || services.back().id != id) {
            services.push_back({id, std::string(row.text(1)), opened("plan_services", id.str(), row.blob(2)), row.get<std::optional<Date>>(3), {}, {}});
        }
        PlannedService& planned = services.back();
        if (!row.is_null(4)) {
            if (planned.order) planned.refused_before.push_back(std::move(*planned.order));
            Order order{row.get<OrderId>(4), row.get<ProviderId>(5), std::string(row.text(6)), row.get<Date>(7), std::string(row.text(8)),
                        row.get<Instant>(9), row.get<std::optional<Instant>>(10), row.get<std::optional<Date>>(11),
                        row.get<std::optional<std::string>>(12), {}, row.get<int>(14)};
            order.note = opened("service_orders", order.id.str(), row.blob(13));
            planned.order = std::move(order);
        }
    }
    return services;
}

}  // namespace homeward::services

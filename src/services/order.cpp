#include "services/order.h"

#include <algorithm>
#include <array>

#include "casework/plan.h"
#include "people/documents/person_chain.h"
#include "services/catalogue/terms.h"
#include "services/requests/standing.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;
using casework::CaseId;

struct Wanted {
    casework::CaseFile file;
    casework::PlanId plan;
    std::string service;
};

/// The service of an approved plan that is to be ordered.
Result<Wanted> wanted_service(Work& work, casework::PlanServiceId planned) {
    auto query = work.db.query("SELECT p.case_id, p.state, s.service, p.id FROM plan_services s JOIN case_plans p ON p.id = s.plan_id WHERE s.id = $1", planned);
    if (!query.next()) return not_found("order.no_such_service");
    const auto row = query.row();
    Wanted wanted{TRY(casework::require_open_case(work, row.get<CaseId>(0), Permission::order_service)), row.get<casework::PlanId>(3), std::string(row.text(2))};
    if (row.text(1) != "approved") return conflict("order.plan_not_approved");
    if (work.db.query("SELECT 1 FROM service_orders WHERE plan_service_id = $1 AND state <> 'refused'", planned).next()) return conflict("order.exists");
    return wanted;
}

/// The order may still be closed.
Done require_ordered(const Standing& order, bool also_before) {
    if (order.state == "delivered" || order.state == "refused") return conflict("order.closed");
    return order.state == "ordered" || also_before ? Done() : conflict("order.not_ordered");
}

}  // namespace

Result<OrderId> order_service(Work& work, people::Register& people, casework::PlanServiceId planned, ProviderId provider, Date due_on, OrderWish wish) {
    const auto wanted = TRY(wanted_service(work, planned));
    if (!work.db.query("SELECT 1 FROM provider_services s JOIN providers p ON p.id = s.provider_id"
                       " WHERE s.provider_id = $1 AND s.service = $2 AND p.ended_at IS NULL", provider, wanted.service).next()) {
        return invalid("order.provider", "provider_id");
    }
    if (due_on < work.today()) return invalid("order.in_the_past", "due_on");
    const auto terms = terms_of(work.db, wanted.service);
    if (terms.on_request && !wish.asked_by_person) return invalid("order.not_asked_for", "asked_by_person");
    const bool full = free_places(work.db, provider, wanted.service, work.today()) == 0;
    if (full && !wish.wait && !terms.needs_approval) return conflict("order.provider_full");
    const std::string state = terms.needs_approval ? "requested" : full ? "waiting" : "ordered";
    const auto id = OrderId::make(work.now);
    work.db.run("INSERT INTO service_orders (id, plan_service_id, case_id, person_id, service, provider_id, due_on, state, ordered_by, ordered_at, placed_at,"
                " asked_by_person, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)",
                id, planned, wanted.file.id, wanted.file.person_id, wanted.service, provider, due_on, state, work.actor.id, work.now,
                state == "ordered" ? std::optional(work.now) : std::nullopt, wish.asked_by_person);
    work.record({"service." + state, "service_order", id.str(), wanted.file.person_id.str(), {{"service", wanted.service}, {"due_on", due_on.str()}}});
    if (state == "ordered") casework::mark_serving(work, people, wanted.file, wanted.plan);
    return id;
}

Done deliver_order(Work& work, OrderId id, int version, Date delivered_on, const std::string& note) {
    const auto order = TRY(standing_order(work, id, version, Permission::order_service));
    TRY(require_ordered(order, false));
    if (work.latest_today() < delivered_on) return invalid("order.in_the_future", "delivered_on");
    TRY(casework::check_text(note, "note"));
    work.db.run("UPDATE service_orders SET state = 'delivered', delivered_on = $2, note_sealed = $3, closed_by = $4, closed_at = $5, version = version + 1 WHERE id = $1",
                id, delivered_on, TRY(casework::sealed(work, order.file.person_id, {"service_orders", "note_sealed", id.str()}, note)),
                work.actor.id, work.now);
    TRY(people::documents::reached_by_service(work, order.file.person_id, order.service, delivered_on));
    work.record({"service.delivered", "service_order", id.str(), order.file.person_id.str(), {{"delivered_on", delivered_on.str()}}});
    return note_change(work, order, {{"state", order.state}}, {{"state", "delivered"}, {"delivered_on", delivered_on.str()}, {"note", note}});
}

Done refuse_order(Work& work, OrderId id, int version, const std::string& reason, const std::string& note) {
    constexpr std::array<std::string_view, 6> reasons{"no_capacity", "not_eligible", "documents_missing", "declined_by_returnee",
                                                      "not_available_here", "other"};
    const auto order = TRY(standing_order(work, id, version, Permission::order_service));
    TRY(require_ordered(order, true));
    if (std::ranges::find(reasons, reason) == reasons.end()) return invalid("order.reason", "reason");
    TRY(casework::check_text(note, "note"));
    work.db.run("UPDATE service_orders SET state = 'refused', refused_reason = $2, note_sealed = $3, closed_by = $4, closed_at = $5, version = version + 1 WHERE id = $1",
                id, reason, TRY(casework::sealed(work, order.file.person_id, {"service_orders", "note_sealed", id.str()}, note)),
                work.actor.id, work.now);
    work.record({"service.refused", "service_order", id.str(), order.file.person_id.str(), {{"reason", reason}}});
    return note_change(work, order, {{"state", order.state}}, {{"state", "refused"}, {"refused_reason", reason}, {"note", note}});
}

}  // namespace homeward::services

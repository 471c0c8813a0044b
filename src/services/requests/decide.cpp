#include "casework/plan.h"
#include "casework/second_person.h"
#include "services/requests/standing.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;

/// Gives the order to its provider, or leaves it waiting for a place.
std::string place(Work& work, people::Register& people, const Standing& order) {
    const bool full = free_places(work.db, order.provider, order.service, work.today()) == 0;
    if (!full) casework::mark_serving(work, people, order.file, order.plan);
    return full ? "waiting" : "ordered";
}

}  // namespace

Done decide_order(Work& work, people::Register& people, OrderId id, int version, bool approve, const std::string& comment) {
    const auto order = TRY(standing_order(work, id, version, Permission::approve_order));
    if (order.file.step == people::CaseStep::closed) return conflict("case.closed");
    if (order.state != "requested") return conflict("order.not_requested");
    const bool own = TRY(casework::second_person(work.actor, order.ordered_by, "order.own_request"));
    if (!approve && trim(comment).empty()) return invalid("order.comment_needed", "comment");
    TRY(casework::check_text(comment, "comment"));
    const std::string state = approve ? place(work, people, order) : "refused";
    const auto now_if = [&](bool so) { return so ? std::optional(work.now) : std::nullopt; };
    work.db.run("UPDATE service_orders SET state = $2, decision = $3, decided_by = $4, decided_at = $5, comment_sealed = $6, placed_at = $7,"
                " refused_reason = $8, closed_by = $9, closed_at = $10, version = version + 1 WHERE id = $1",
                id, state, approve ? "approved" : "refused", work.actor.id, work.now,
                TRY(casework::sealed(work, order.file.person_id, {"service_orders", "comment_sealed", id.str()}, comment)), now_if(state == "ordered"),
                approve ? std::nullopt : std::optional<std::string>("not_approved"), approve ? std::nullopt : std::optional(work.actor.id), now_if(!approve));
    std::map<std::string, std::string> details{{"state", state}};
    if (own) details["own_work"] = "yes";
    work.record({approve ? "service.approved" : "service.not_approved", "service_order", id.str(), order.file.person_id.str(), std::move(details)});
    return note_change(work, order, {{"state", order.state}}, {{"state", state}, {"comment", comment}});
}

Done place_order(Work& work, people::Register& people, OrderId id, int version) {
    const auto order = TRY(standing_order(work, id, version, Permission::order_service));
    if (order.file.step == people::CaseStep::closed) return conflict("case.closed");
    if (order.state != "waiting") return conflict("order.not_waiting");
    if (place(work, people, order) == "waiting") return conflict("order.provider_full");
    work.db.run("UPDATE service_orders SET state = 'ordered', placed_at = $2, version = version + 1 WHERE id = $1", id, work.now);
    work.record({"service.ordered", "service_order", id.str(), order.file.person_id.str(), {{"service", order.service}}});
    return note_change(work, order, {{"state", "waiting"}}, {{"state", "ordered"}});
}

}  // namespace homeward::services

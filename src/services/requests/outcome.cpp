#include <algorithm>
#include <array>

#include "casework/need.h"
#include "services/requests/standing.h"

namespace homeward::services {

Done note_outcome(access::Work& work, OrderId id, int version, const std::string& outcome, Date on, const std::string& note) {
    constexpr std::array<std::string_view, 5> outcomes{"helped", "helped_partly", "did_not_help", "not_taken_up", "not_known"};
    const auto order = TRY(standing_order(work, id, version, access::Permission::order_service));
    if (order.state != "delivered") return conflict("order.not_delivered");
    if (std::ranges::find(outcomes, outcome) == outcomes.end()) return invalid("order.outcome", "outcome");
    if (work.latest_today() < on) return invalid("order.in_the_future", "on");
    TRY(casework::check_text(note, "note"));
    const auto before = work.db.query("SELECT outcome FROM service_orders WHERE id = $1", id).value<std::optional<std::string>>().value();
    work.db.run("UPDATE service_orders SET outcome = $2, outcome_on = $3, outcome_by = $4, outcome_sealed = $5, version = version + 1 WHERE id = $1", id, outcome,
                on, work.actor.id, TRY(casework::sealed(work, order.file.person_id, {"service_orders", "outcome_sealed", id.str()}, note)));
    work.record({"service.outcome", "service_order", id.str(), order.file.person_id.str(), {{"outcome", outcome}}});
    return note_change(work, order, {{"outcome", before.value_or("")}}, {{"outcome", outcome}, {"outcome_note", note}});
}

}  // namespace homeward::services

#include "services/requests/standing.h"

#include "services/catalogue/terms.h"

namespace homeward::services {

using access::Work;

Result<Standing> standing_order(Work& work, OrderId id, int version, access::Permission permission) {
    auto query = work.db.query("SELECT o.case_id, s.plan_id, o.service, o.state, o.provider_id, o.ordered_by, o.version FROM service_orders o"
                               " JOIN plan_services s ON s.id = o.plan_service_id WHERE o.id = $1", id);
    if (!query.next()) return not_found("order.not_found");
    const auto row = query.row();
    Standing order{id, TRY(casework::require_case(work, row.get<casework::CaseId>(0), permission)), row.get<casework::PlanId>(1), std::string(row.text(2)),
                   std::string(row.text(3)), row.get<ProviderId>(4), row.get<access::AccountId>(5)};
    if (row.get<int>(6) != version) return conflict("edit.changed_meanwhile");
    return order;
}

Done note_change(Work& work, const Standing& order, const history::Fields& before, const history::Fields& after) {
    const auto compartment = is_grant(order.service) ? history::Compartment::grants : history::Compartment::record;
    return history::note(work, order.file.person_id.uuid, {"service_order", order.id.str(), compartment}, before, after);
}

std::optional<std::int64_t> free_places(store::Connection& db, ProviderId provider, std::string_view service, Date today) {
    auto query = db.query("SELECT places, period FROM provider_places WHERE provider_id = $1 AND service = $2", provider, service);
    if (!query.next()) return std::nullopt;
    const auto places = query.row().get<std::int64_t>(0);
    const std::string period(query.row().text(1));
    std::int64_t taken = 0;
    if (period == "at_once") {
        taken = db.query("SELECT count(*) FROM service_orders WHERE provider_id = $1 AND service = $2 AND state = 'ordered'", provider, service)
                    .value<std::int64_t>().value();
    } else {
        const int first = period == "year" ? 1 : period == "quarter" ? (today.month - 1) / 3 * 3 + 1 : today.month;
        const Date from{today.year, first, 1};
        taken = db.query("SELECT count(*) FROM service_orders WHERE provider_id = $1 AND service = $2 AND state IN ('ordered', 'delivered') AND placed_at >= $3",
                         provider, service, from).value<std::int64_t>().value();
    }
    return std::max<std::int64_t>(0, places - taken);
}

}  // namespace homeward::services

#include "statistics/returns/return_bodies.h"

#include "access/accounts.h"
#include "exchange/state.h"

namespace homeward::statistics {
namespace {

std::string name_of_account(access::Work& work, access::AccountId id) {
    const auto account = access::get_account(work.db, id);
    return account ? account->name : "";
}

std::optional<DeliveryBody> delivery_of(access::Work& work, const ReturnSummary& annual) {
    if (!annual.message) return std::nullopt;
    const auto delivery = exchange::delivery_of(work.db, *annual.message);
    if (!delivery) return std::nullopt;
    using enum exchange::Delivery::State;
    return DeliveryBody{delivery->state == waiting ? "waiting" : delivery->state == delivered ? "delivered" : "refused", delivery->settled_at,
                        delivery->problem};
}

TableBody body_of(const ReleasedTable& table, const std::vector<Hidden>& hidden) {
    TableBody body{table.key, table.definition.indicator, table.definition.version, table.population, table.dimensions, {}};
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) body.cells.push_back({table.cells[cell].persons, hidden.at(cell)});
    return body;
}

}  // namespace

ReturnLine line_of(access::Work& work, const ReturnSummary& annual) {
    ReturnLine line;
    line.id = annual.id;
    line.year = annual.year;
    line.reference_date = annual.reference_date;
    line.state = annual.state();
    line.prepared_by = name_of_account(work, annual.prepared_by);
    line.prepared_at = annual.prepared_at;
    for (const auto& signature : annual.signatures) line.signatures.push_back({name_of_account(work, signature.by), signature.role, signature.at});
    line.cells = annual.cells;
    line.hidden_by_rule = annual.hidden_by_rule;
    line.hidden_to_protect = annual.hidden_to_protect;
    if (annual.released_by) line.released_by = name_of_account(work, *annual.released_by);
    line.released_at = annual.released_at;
    line.delivery = delivery_of(work, annual);
    return line;
}

ReturnBody body_of(access::Work& work, const AnnualReturn& annual) {
    ReturnBody body;
    static_cast<ReturnLine&>(body) = line_of(work, annual);
    body.floor = annual.release.rules.floor;
    body.signed_by_you = annual.signed_by(work.actor.id);
    for (std::size_t t = 0; t < annual.release.tables.size(); ++t) body.tables.push_back(body_of(annual.release.tables[t], annual.hidden.at(t)));
    body.given_up = annual.given_up;
    body.allows.sign = body.state == ReturnState::draft && !body.signed_by_you && may(work.actor, access::Permission::sign_return);
    body.allows.release = body.state == ReturnState::ready && may(work.actor, access::Permission::release_return);
    return body;
}

DefinitionsBody body_of(const Catalogue& catalogue, const Rules& rules) {
    DefinitionsBody body{catalogue.year, rules.floor, {}, {}};
    for (const auto& population : catalogue.populations) body.populations.push_back({population.key, population.age_from, population.age_before});
    for (const auto& indicator : catalogue.indicators) {
        IndicatorBody each{indicator.key, indicator.version, indicator.unit, indicator.population, indicator.period, {}};
        for (const auto& crossing : indicator.crossings) {
            for (const auto& key : crossing) {
                if (std::ranges::find(each.classifications, key) == each.classifications.end()) each.classifications.push_back(key);
            }
        }
        body.indicators.push_back(std::move(each));
    }
    return body;
}

}  // namespace homeward::statistics

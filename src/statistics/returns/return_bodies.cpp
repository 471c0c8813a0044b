#include "statistics/returns/return_bodies.h"

#include "access/accounts.h"
#include "exchange/state.h"

namespace homeward::statistics {
namespace {

std::string name_of_account(access::Work& work, access::AccountId id) {
    const auto account = access::get_account(work.db, id);
    return account ? account->name : "";
}

SignatureBody body_of(access::Work& work, const Signature& signature) { return {name_of_account(work, signature.by), signature.role, signature.at}; }

std::optional<DeliveryBody> delivery_of(access::Work& work, const std::optional<exchange::MessageId>& message) {
    if (!message) return std::nullopt;
    const auto delivery = exchange::delivery_of(work.db, *message);
    if (!delivery) return std::nullopt;
    using enum exchange::Delivery::State;
    return DeliveryBody{delivery->state == waiting ? "waiting" : delivery->state == delivered ? "delivered" : "refused", delivery->settled_at,
                        delivery->problem, delivery->params};
}

std::optional<WithdrawalBody> body_of(access::Work& work, const std::optional<Withdrawal>& withdrawal) {
    if (!withdrawal) return std::nullopt;
    WithdrawalBody body{withdrawal->reason, body_of(work, withdrawal->asked), std::nullopt, delivery_of(work, withdrawal->message)};
    if (withdrawal->confirmed) body.confirmed = body_of(work, *withdrawal->confirmed);
    return body;
}

TableBody body_of(const ReleasedTable& table, const std::vector<Hidden>& hidden, const std::vector<CellChange>& changes) {
    TableBody body{table.key, table.definition.indicator, table.definition.version, table.population, table.dimensions, {}};
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        CellBody each{table.cells[cell].persons, hidden.at(cell), changes.at(cell).change, std::nullopt};
        if (const auto& last = changes[cell].last) each.last = {last->persons, last->on};
        body.cells.push_back(each);
    }
    return body;
}

ReturnAllows allows_of(access::Work& work, const ReturnSummary& annual) {
    using access::Permission;
    const auto state = annual.state();
    const bool out = state == ReturnState::released;
    ReturnAllows allows;
    allows.sign = state == ReturnState::draft && !annual.signed_by(work.actor.id) && may(work.actor, Permission::sign_return);
    allows.release = state == ReturnState::ready && may(work.actor, Permission::release_return);
    allows.test = may(work.actor, Permission::sign_return);
    allows.withdraw = out && !annual.withdrawal && may(work.actor, Permission::release_return);
    allows.confirm_withdrawal = out && annual.withdrawal && annual.withdrawal->asked.by != work.actor.id && may(work.actor, Permission::sign_return);
    return allows;
}

/// The tables as they would be chosen.
std::vector<ChosenTable> chosen_of(const std::vector<ReleasedTable>& tables) {
    std::vector<ChosenTable> chosen;
    for (const auto& table : tables) {
        auto& each = chosen.emplace_back(ChosenTable{table.definition.indicator, {}});
        for (const auto& dimension : table.dimensions) if (!dimension.key.starts_with("outcome.")) each.by.push_back(dimension.key);
    }
    return chosen;
}

/// Releases that everybody had seen when this one was made, oldest first.
Result<std::vector<Release>> seen_before(access::Work& work, const ReturnDesk& desk, const AnnualReturn& annual) {
    std::vector<Release> seen;
    for (const auto& line : list_returns(work.db)) {
        if (!line.released_at || line.id == annual.id || (annual.released_at && *annual.released_at <= *line.released_at)) continue;
        seen.push_back(*TRY(desk.get(work.db, line.id)).release);
    }
    std::ranges::sort(seen, {}, &Release::made_at);
    return seen;
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
    for (const auto& signature : annual.signatures) line.signatures.push_back(body_of(work, signature));
    line.cells = annual.cells;
    line.hidden_by_rule = annual.hidden_by_rule;
    line.hidden_to_protect = annual.hidden_to_protect;
    if (annual.released_by) line.released_by = name_of_account(work, *annual.released_by);
    line.released_at = annual.released_at;
    line.delivery = delivery_of(work, annual.message);
    line.replaces = annual.replaces;
    line.reason = annual.reason;
    line.withdrawal = body_of(work, annual.withdrawal);
    return line;
}

Result<ReturnBody> body_of(access::Work& work, const ReturnDesk& desk, ReturnId id) {
    const AnnualReturn annual = TRY(desk.get(work.db, id));
    const auto changes = changes_since(*annual.release, TRY(seen_before(work, desk, annual)));
    ReturnBody body;
    static_cast<ReturnLine&>(body) = line_of(work, annual);
    body.floor = annual.release->rules.floor;
    body.certificate = annual.certificate;
    body.signed_by_you = annual.signed_by(work.actor.id);
    const auto& tables = annual.release->tables;
    for (std::size_t t = 0; t < tables.size(); ++t) body.tables.push_back(body_of(tables[t], annual.hidden.at(t), changes.at(t)));
    body.given_up = annual.given_up;
    body.coarser_because = annual.because;
    if (!annual.given_up.empty()) body.coarser = chosen_of(tables);
    body.allows = allows_of(work, annual);
    if (const auto secret = body.allows.test ? desk.secret(work.db, id) : std::nullopt) {
        std::map<std::string, Date> days;
        for (const auto& other : list_returns(work.db)) days.emplace(other.id.str(), other.reference_date);
        for (const auto& each : secret->told) {
            const auto on = days.find(each.release);
            body.told.push_back({each.release, on == days.end() ? std::nullopt : std::optional(on->second), key_before(each.table), each.cell, each.width,
                                 each.household, each.corrections});
        }
    }
    return body;
}

}  // namespace homeward::statistics

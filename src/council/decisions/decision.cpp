#include "council/decisions/decision.h"

#include <algorithm>

#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr const char* kSelect = "SELECT d.id, d.number, d.session_id, s.title, d.agenda_item_id, d.text_en, d.text_ru, d.decided_on"
                                " FROM decisions d JOIN council_sessions s ON s.id = d.session_id";

Decision decision_of(const store::Row& row) {
    return {row.get<DecisionId>(0), std::string(row.text(1)), row.get<SessionId>(2), std::string(row.text(3)),
            row.get<std::optional<AgendaItemId>>(4), std::string(row.text(5)), std::string(row.text(6)), row.get<Date>(7), {}};
}

void read_actions(store::Connection& db, Decision& decision) {
    for (const auto row : db.query("SELECT action_id FROM decision_actions WHERE decision_id = $1 ORDER BY action_id", decision.id)) {
        if (auto action = actions::get_action(db, row.get<actions::ActionId>(0))) decision.actions.push_back(std::move(*action));
    }
}

std::string next_number(store::Connection& db, int year) {
    const std::string prefix = std::to_string(year) + "/";
    const auto last = db.query("SELECT MAX(CAST(substr(number, $2) AS INTEGER)) FROM decisions WHERE substr(number, 1, $2 - 1) = $1", prefix,
                               prefix.size() + 1).value<std::optional<int>>();
    return prefix + std::to_string(last.value_or(std::nullopt).value_or(0) + 1);
}

}  // namespace

Result<DecisionId> record_decision(Work& work, const NewDecision& decision) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Session session = TRY(get_session(work.db, decision.session_id));
    if (decision.agenda_item_id && std::ranges::find(session.agenda, *decision.agenda_item_id, &AgendaItem::id) == session.agenda.end()) {
        return not_found("agenda.not_found");
    }
    TRY(check_text(decision.text_en, 8000, "text_en"));
    TRY(check_optional_text(decision.text_ru, 8000, "text_ru"));
    if (decision.decided_on < session.starts_on || session.ends_on < decision.decided_on) return invalid("decision.date", "decided_on");
    const auto id = DecisionId::make(work.now);
    work.db.run("INSERT INTO decisions (id, number, session_id, agenda_item_id, text_en, text_ru, decided_on, recorded_by, recorded_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, next_number(work.db, decision.decided_on.year), decision.session_id, decision.agenda_item_id, decision.text_en,
                decision.text_ru, decision.decided_on, work.actor.log_name(), work.now);
    work.record({"decision.recorded", "decision", id.str()});
    return id;
}

Result<actions::ActionId> act_on(Work& work, exchange::Exchange& exchange, DecisionId id, actions::NewAction action) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Decision decision = TRY(get_decision(work.db, id));
    action.decision = decision.number;
    action.session = decision.session_title;
    const auto action_id = TRY(actions::create_action(work, exchange, action));
    work.db.run("INSERT INTO decision_actions (action_id, decision_id) VALUES ($1, $2)", action_id, id);
    return action_id;
}

std::vector<Decision> list_decisions(store::Connection& db, std::optional<SessionId> session) {
    std::vector<Decision> decisions;
    for (const auto row : db.query(std::string(kSelect) + " WHERE $1 IS NULL OR d.session_id = $1 ORDER BY d.decided_on DESC, d.id DESC", session)) {
        decisions.push_back(decision_of(row));
    }
    for (auto& decision : decisions) read_actions(db, decision);
    return decisions;
}

Result<Decision> get_decision(store::Connection& db, DecisionId id) {
    auto query = db.query(std::string(kSelect) + " WHERE d.id = $1", id);
    if (!query.next()) return not_found("decision.not_found");
    Decision decision = decision_of(query.row());
    read_actions(db, decision);
    return decision;
}

}  // namespace homeward::council

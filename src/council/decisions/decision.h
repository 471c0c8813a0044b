#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/action.h"
#include "council/meetings/session.h"

namespace homeward::council {

/// What a session decided.
struct Decision {
    DecisionId id;
    std::string number;  ///< 2024/1
    SessionId session_id;
    std::string session_title;
    std::optional<AgendaItemId> agenda_item_id;
    std::string text_en;
    std::string text_ru;
    Date decided_on;
    std::vector<actions::Action> actions;
};

struct NewDecision {
    SessionId session_id;
    std::optional<AgendaItemId> agenda_item_id;
    std::string text_en;
    std::string text_ru;
    Date decided_on;
};

/// Records a decision under the next number of its year.
/// errors    forbidden without edit_council; not_found `session.not_found`, `agenda.not_found`;
///           invalid `decision.date` outside of the session's days, `council.text_missing`, `council.text_long`
Result<DecisionId> record_decision(access::Work& work, const NewDecision& decision);

/// An action item that follows from a decision; it goes to its owner's node.
/// errors    not_found `decision.not_found`, and those of actions::create_action
Result<actions::ActionId> act_on(access::Work& work, exchange::Exchange& exchange, DecisionId decision, actions::NewAction action);

/// Newest first; of one session, or all. With their actions.
std::vector<Decision> list_decisions(store::Connection& db, std::optional<SessionId> session);
Result<Decision> get_decision(store::Connection& db, DecisionId id);

}  // namespace homeward::council

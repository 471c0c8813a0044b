#pragma once
// Action items as the Council follows them: whence they come, whether they arrived, who is late. The items themselves,
// and what crosses to their owners, are `actions`.

#include "actions/action.h"
#include "council/decisions/decision.h"
#include "exchange/state.h"

namespace homeward::council {

/// delivery   of the latest message to its owner's node; nothing for a body without one
struct CouncilAction {
    actions::Action action;
    std::string owner_name;  ///< in the reader's language
    std::optional<DecisionId> decision_id;
    std::optional<SessionId> session_id;
    std::optional<exchange::Delivery> delivery;
    std::string session_ru = {};  ///< its session's title in Russian; empty while it has none
};

/// An action item that follows from an adopted decision; it goes to its owner's node, when the owner has one.
/// errors    not_found `decision.not_found`; conflict `decision.not_adopted`; those of actions::create_action
Result<actions::ActionId> act_on(access::Work& work, exchange::Exchange& exchange, DecisionId decision, actions::NewAction action);
/// One that a session asks for without a decision. errors  not_found `session.not_found`; as above
Result<actions::ActionId> act_for_session(access::Work& work, exchange::Exchange& exchange, SessionId session, actions::NewAction action);

/// errors    not_found `action.not_found` also where the reader may not see it
Result<CouncilAction> get_council_action(access::Work& work, actions::ActionId id);

/// state            open (overdue ones too), overdue, done, dropped; empty for any
/// before_session   what earlier sessions left open
struct ActionFilter {
    std::string owner;
    std::string state;
    std::optional<SessionId> session = {};
    std::optional<SessionId> before_session = {};
    std::optional<DecisionId> decision = {};
    std::string cursor = {};
    int limit = 20;
};
struct ActionPage {
    std::vector<CouncilAction> items;
    std::string next;  ///< empty at the end
};
/// Open ones first, the earliest due of them first; then the closed, latest due first.
/// errors    invalid `action.state`, `action.cursor`
Result<ActionPage> list_council_actions(access::Work& work, const ActionFilter& filter);

/// How many actions stand how; `open` does not count those that are overdue.
struct ActionTally {
    std::string key;    ///< owner, or id of the session
    std::string title;  ///< name of the owner, or title of the session
    std::optional<Date> starts_on;
    std::int64_t overdue = 0, open = 0, done = 0, dropped = 0;
    std::string title_ru = {};  ///< of a session; empty while it has none
};
/// Each member State, those without an item too, then bodies; most overdue first.
std::vector<ActionTally> tally_by_owner(access::Work& work, const exchange::Exchange& exchange);
/// Sessions whose actions are not all closed, then the latest others; at most fifty.
std::vector<ActionTally> tally_by_session(access::Work& work);

/// For the clock: letters to owners seven days before an item is due, and once it is overdue.
Done remind_of_actions(access::Work& work);

}  // namespace homeward::council

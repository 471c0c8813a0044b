#include "council/audience.h"
#include "council/followup/council_action.h"
#include "council/mailing.h"
#include "council/members/body.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

Result<actions::ActionId> act(Work& work, exchange::Exchange& exchange, actions::NewAction action, std::optional<DecisionId> decision,
                              std::optional<SessionId> session) {
    action.without_node = !exchange.members().find(action.owner) && is_body(work.db, action.owner);
    const auto id = TRY(actions::create_action(work, exchange, action));
    work.db.run("INSERT INTO action_origins (action_id, decision_id, session_id) VALUES ($1, $2, $3)", id, decision, session);
    const Audience readers{"signed_in"};
    set_audience(work, "action", id.str(), readers);
    search::put(work.db, {"action", id.str(), action.title, action.body, readers, exchange.members().find(action.owner) ? action.owner : "", "", action.due_on});
    tell(work, {"member:" + action.owner}, {"action_assigned", "action", id.str(), action.title, "/actions/" + id.str(), action.due_on});
    return id;
}

}  // namespace

Result<actions::ActionId> act_on(Work& work, exchange::Exchange& exchange, DecisionId id, actions::NewAction action) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Decision decision = TRY(get_decision(work, id));
    if (decision.number.empty()) return conflict("decision.not_adopted");
    action.decision = decision.number;
    action.session = decision.session_title;
    return act(work, exchange, std::move(action), id, decision.session_id);
}

Result<actions::ActionId> act_for_session(Work& work, exchange::Exchange& exchange, SessionId id, actions::NewAction action) {
    TRY(access::require(work.actor, Permission::edit_council));
    action.session = TRY(get_session(work.db, id)).title;
    action.decision.clear();
    return act(work, exchange, std::move(action), std::nullopt, id);
}

}  // namespace homeward::council

#include "council/followup/action_json.h"

namespace homeward::council {
namespace {

ActionDelivery body_of(const exchange::Delivery& delivery) {
    using State = exchange::Delivery::State;
    const char* state = delivery.state == State::waiting ? "waiting" : delivery.state == State::delivered ? "delivered" : "refused";
    return {state, delivery.settled_at, delivery.problem};
}

}  // namespace

CouncilActionBody body_of(access::Work& work, const CouncilAction& each) {
    const auto& action = each.action;
    CouncilActionBody body{action.id, action.owner, each.owner_name, action.title, action.body, action.due_on, actions::is_overdue(action, work.today()),
                           action.decision, action.session, each.session_ru, each.decision_id, each.session_id, action.state, action.created_at, action.version,
                           action.changes, action.progress, {}, {}};
    if (each.delivery) body.delivery = body_of(*each.delivery);
    body.allows = {actions::may_report_at_council(work, action), action.state == "open" && access::may(work.actor, access::Permission::edit_council)};
    return body;
}

std::vector<CouncilActionBody> actions_of(access::Work& work, DecisionId decision) {
    std::vector<CouncilActionBody> bodies;
    ActionFilter filter;
    filter.decision = decision;
    filter.limit = 200;
    const auto page = list_council_actions(work, filter).value();
    for (const auto& each : page.items) bodies.push_back(body_of(work, each));
    return bodies;
}

}  // namespace homeward::council

#include "council/rights.h"

#include "council/members/body.h"

namespace homeward::council {

using access::Actor;
using access::Permission;

std::string side_of(const Actor& actor) { return may(actor, Permission::speak_for_member) ? actor.member : std::string(); }

bool speaks_for(const Actor& actor, std::string_view body) { return !body.empty() && side_of(actor) == body; }

bool may_edit_for(const Actor& actor, std::string_view state) {
    return may(actor, Permission::edit_council) || (!state.empty() && may(actor, Permission::edit_national) && actor.member == state);
}

Done require_to_edit_for(const Actor& actor, std::string_view state) {
    if (may_edit_for(actor, state)) return {};
    return forbidden(may(actor, Permission::edit_national) ? "law.not_your_state" : "access.not_allowed");
}

std::vector<std::string> states_to_edit(const Actor& actor, const exchange::Exchange& exchange) {
    auto states = member_states(exchange);
    std::erase_if(states, [&](const auto& state) { return !may_edit_for(actor, state); });
    return states;
}

}  // namespace homeward::council

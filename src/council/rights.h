#pragma once
// For whom an actor speaks and writes, beyond what access/permission.h says of roles.

#include <string>
#include <string_view>
#include <vector>

#include "access/permission.h"
#include "exchange/exchange.h"

namespace homeward::council {

/// The State or body that the actor speaks for; empty for nobody.
std::string side_of(const access::Actor& actor);
/// Whether the actor speaks for this State or body; nobody speaks for the empty code.
bool speaks_for(const access::Actor& actor, std::string_view body);

/// Whether the actor may write law, commitments and initiatives of this State: the secretariat of all, a focal point of the own.
/// state   its code; empty for what concerns all States, which is the secretariat's alone
bool may_edit_for(const access::Actor& actor, std::string_view state);
/// errors    forbidden `law.not_your_state` for another State's focal point, `access.not_allowed` for everybody else
Done require_to_edit_for(const access::Actor& actor, std::string_view state);
/// Codes of the member States for which the actor may write, sorted.
std::vector<std::string> states_to_edit(const access::Actor& actor, const exchange::Exchange& exchange);

}  // namespace homeward::council

#pragma once
// When a session's own word may stand in the place of the silence: States sat together in its hall, and the record shows it.

#include "council/meetings/session.h"
#include "exchange/exchange.h"

namespace homeward::council {

/// Fewer than that decide nothing between States.
constexpr std::size_t kLeastStatesInHall = 2;

/// Member States of which a head, a delegate or an adviser is ticked as present on that day.
std::vector<std::string> states_present(store::Connection& db, const exchange::Exchange& exchange, SessionId session, Date day);

/// errors    conflict `decision.no_hall` for another kind than plenary or working_group, `decision.hall_cancelled`,
///           `decision.hall_not_held`; invalid `decision.date` outside of its days, `decision.not_yet`,
///           `decision.too_few_states` (param `states`)
Done check_hall(store::Connection& db, const exchange::Exchange& exchange, const Session& session, Date decided_on, Instant now);

/// Days for which check_hall has nothing to say.
std::vector<Date> hall_days(store::Connection& db, const exchange::Exchange& exchange, const Session& session, Instant now);

}  // namespace homeward::council

#pragma once

#include <vector>

#include "casework/tasks.h"

namespace homeward::services {

/// What waits for the actor in services: those to order, orders that are due, what a provider answered, and surveys whose round
/// is open. In no order; desk gathers it with the rest.
///
/// source    `order`: three days after the plan's approval, or the plan's own date when it is earlier; `deliver`: the
///           order's due date; `survey`: the round's due date
std::vector<casework::Task> tasks_of_services(access::Work& work);

}  // namespace homeward::services

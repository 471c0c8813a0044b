#pragma once

#include <vector>

#include "casework/tasks.h"

namespace homeward::services {

/// Everything that waits for the actor, earliest due first: the tasks of case files, services to order, orders that
/// are due, and surveys whose round is open.
///
/// source    `order`: three days after the plan's approval, or the plan's own date when it is earlier; `deliver`: the
///           order's due date; `survey`: the round's due date
std::vector<casework::Task> tasks_of(access::Work& work);

}  // namespace homeward::services

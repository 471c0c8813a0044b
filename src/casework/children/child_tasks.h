#pragma once

#include <vector>

#include "casework/tasks.h"

namespace homeward::casework {

constexpr int kTakeSeatWithinDays = 3;  ///< of being named for a panel
constexpr int kAheadDays = 14;          ///< what is due later waits for nobody yet

/// What waits about children: review_residential, review_interests, finish_interests, child_contact for the worker;
/// sit_on_panel for a member of one.
std::vector<Task> tasks_of_children(access::Work& work);

}  // namespace homeward::casework

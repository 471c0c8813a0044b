#pragma once

#include <string_view>
#include <vector>

#include "casework/tasks.h"

namespace homeward::casework {

constexpr int kTakeSeatWithinDays = 3;  ///< of being named for a panel
constexpr int kAheadDays = 14;          ///< what is due later waits for nobody yet

/// The detail of sit_on_panel once its member has promised that what is read stays in the room; until then nobody is named.
constexpr std::string_view kPromised = "promised";

/// What waits about children: review_residential, review_interests, finish_interests, child_contact for the worker;
/// sit_on_panel for a member of one.
std::vector<Task> tasks_of_children(access::Work& work);

}  // namespace homeward::casework

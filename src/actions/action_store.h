#pragma once

#include "actions/action.h"

namespace homeward::actions {

void insert(store::Connection& db, const Action& action);
/// Adds a report and moves the item's state to what it says.
void insert(store::Connection& db, ActionId action, const Progress& progress);
bool exists(store::Connection& db, ProgressId id);

}  // namespace homeward::actions

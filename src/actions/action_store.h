#pragma once

#include "actions/action.h"

namespace homeward::actions {

void insert(store::Connection& db, const Action& action);
/// Adds a report and moves the item's state to what it says; a dropped item stays dropped.
void insert(store::Connection& db, ActionId action, const Progress& progress);
/// Adds a change and brings the item to it.
void insert(store::Connection& db, ActionId action, const Change& change);
void set_message(store::Connection& db, ActionId action, exchange::MessageId message);
bool exists(store::Connection& db, ProgressId id);

}  // namespace homeward::actions

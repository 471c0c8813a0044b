#pragma once
// Action items follow a decision to the State that is to act, and its reports come back. They speak of programmes,
// never of persons.

#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "exchange/exchange.h"

namespace homeward::actions {

struct ActionTag;
struct ProgressTag;
using ActionId = Id<ActionTag>;
using ProgressId = Id<ProgressTag>;

struct Progress {
    ProgressId id;
    std::string note;
    std::string state;  ///< open, done
    Instant reported_at;
};

struct Action {
    ActionId id;
    std::string owner;     ///< member of the region
    std::string title;
    std::string body;
    Date due_on;
    std::string decision;  ///< number of the decision; empty for none
    std::string session;   ///< title of the session; empty for none
    std::string state = "open";
    Instant created_at;
    std::vector<Progress> progress;  ///< oldest first
};

struct NewAction {
    std::string owner;
    std::string title;
    std::string body;
    Date due_on;
    std::string decision;
    std::string session;
};

/// At the Council: makes an action item and sends it to its owner.
///
/// errors    forbidden without edit_council; invalid `action.owner` for no member of the region, `action.title`,
///           `action.too_long`, `action.in_the_past`
Result<ActionId> create_action(access::Work& work, exchange::Exchange& exchange, const NewAction& action);

/// At a node: reports on an action item and tells the Council.
///
/// done      true closes the item; a later report may open it again
/// errors    not_found; forbidden without report_progress; invalid `progress.note`, `action.too_long`
Done report_progress(access::Work& work, exchange::Exchange& exchange, ActionId id, const std::string& note, bool done);

/// Those that are open first, earliest due first; then those that are done, newest first. `owner` may be empty for any.
std::vector<Action> list_actions(store::Connection& db, std::string_view owner);
Result<Action> get_action(store::Connection& db, ActionId id);

/// Takes `action` messages at a node, or `progress` messages at the Council.
void serve_at_node(exchange::Exchange& exchange);
void serve_at_council(exchange::Exchange& exchange);

std::vector<store::Migration> schema();

}  // namespace homeward::actions

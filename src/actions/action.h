#pragma once
// Action items follow a decision to the State or body that is to act, and its reports come back. They speak of
// programmes, never of persons.

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
    std::string state;                ///< open, done
    Instant reported_at;
    std::optional<int> percent = {};  ///< 0 to 100
    std::string evidence = {};        ///< what shows it, in words
    std::string evidence_url = {};    ///< https, or empty
    std::string reported_by = {};     ///< empty from the owner's node; written at the Council: `council`, or the member that wrote
};

/// A change that the Council made to an item.
struct Change {
    int version = 2;   ///< of the item after it
    std::string kind;  ///< due_moved, dropped
    Date due_was;
    Date due_on;
    std::string reason;
    Instant changed_at;
};

struct Action {
    ActionId id;
    std::string owner;     ///< member of the region, or a body that the Council knows
    std::string title;
    std::string body;
    Date due_on;
    std::string decision;  ///< number of the decision; empty for none
    std::string session;   ///< title of the session; empty for none
    std::string state = "open";  ///< open, done, dropped
    Instant created_at;
    int version = 1;
    std::string dropped_reason = {};
    std::optional<exchange::MessageId> message = {};  ///< at the Council: the latest to its owner's node
    std::vector<Change> changes = {};                 ///< oldest first
    std::vector<Progress> progress = {};              ///< oldest first
};

/// without_node   the owner is a body that the caller knows and that has no node: nothing is sent
struct NewAction {
    std::string owner;
    std::string title;
    std::string body;
    Date due_on;
    std::string decision;
    std::string session;
    bool without_node = false;
};

struct NewProgress {
    std::string note;
    bool done = false;  ///< true closes the item; a later report may open it again
    std::optional<int> percent = {};
    std::string evidence = {};
    std::string evidence_url = {};
};

/// At the Council: makes an action item and sends it to its owner.
///
/// errors    forbidden without edit_council; invalid `action.owner` for no member of the region, `action.title`,
///           `action.too_long`, `action.in_the_past`
Result<ActionId> create_action(access::Work& work, exchange::Exchange& exchange, const NewAction& action);

/// At the Council: moves the day it is due, or drops it. Its owner's node is told, with the reason.
///
/// version   of the item that the actor saw
/// errors    not_found; forbidden without edit_council; conflict `action.changed` when it has another version now,
///           `action.closed` when it is done or dropped; invalid `action.reason`, `action.too_long`,
///           `action.in_the_past`, `action.same_day`
Done move_due(access::Work& work, exchange::Exchange& exchange, ActionId id, int version, Date due_on, const std::string& reason);
Done drop_action(access::Work& work, exchange::Exchange& exchange, ActionId id, int version, const std::string& reason);

/// At a node: reports on an action item and tells the Council.
///
/// errors    not_found; forbidden without report_progress; conflict `action.dropped`, `progress.nothing_new` when it is
///           done already and the report says so again; invalid `progress.note`,
///           `progress.percent`, `progress.link`, `action.too_long`
Done report_progress(access::Work& work, exchange::Exchange& exchange, ActionId id, const NewProgress& progress);

/// At the Council, for an owner without a node in use: by the owner's own account, or by the secretariat for it.
///
/// errors    as above, but forbidden unless the actor edits the Council or speaks for the owner; conflict
///           `action.reported_from_node` once it has reached its owner's node
Done report_at_council(access::Work& work, ActionId id, const NewProgress& progress);
bool may_report_at_council(access::Work& work, const Action& action);

/// Those that are open first, earliest due first; then the closed, newest first. `owner` may be empty for any.
std::vector<Action> list_actions(store::Connection& db, std::string_view owner);
Result<Action> get_action(store::Connection& db, ActionId id);

/// Takes `action` messages at a node, or `progress` messages at the Council.
void serve_at_node(exchange::Exchange& exchange);
void serve_at_council(exchange::Exchange& exchange);

std::vector<store::Migration> schema();

}  // namespace homeward::actions

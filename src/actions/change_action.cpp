#include "access/permission.h"
#include "actions/action_store.h"
#include "actions/messages.h"

namespace homeward::actions {
namespace {

using access::Permission;
using access::Work;

/// To its owner's node, when the owner is a member of the region.
Done tell_owner(Work& work, exchange::Exchange& exchange, const Action& action, const std::string& reason) {
    if (!exchange.members().find(action.owner)) return {};
    ActionMessage message{action.id, action.title, action.body, action.due_on, action.decision, action.session, action.created_at, {}, {}, {}};
    if (action.version > 1) {
        message.state = action.state == "dropped" ? "dropped" : "open";
        message.version = action.version;
        message.reason = reason;
    }
    set_message(work.db, action.id, TRY(exchange.enqueue(work, "action", action.owner, json::write(message))));
    return {};
}

Result<Action> open_for_change(Work& work, ActionId id, int version, const std::string& reason) {
    TRY(access::require(work.actor, Permission::edit_council));
    Action action = TRY(get_action(work.db, id));
    if (action.version != version) return conflict("action.changed");
    if (action.state != "open") return conflict("action.closed");
    if (trim(reason).empty()) return invalid("action.reason", "reason");
    TRY(check_length(reason, kLongestText, "reason"));
    return action;
}

}  // namespace

Result<ActionId> create_action(Work& work, exchange::Exchange& exchange, const NewAction& given) {
    TRY(access::require(work.actor, Permission::edit_council));
    const bool member = exchange.members().find(given.owner) && given.owner != exchange.self();
    if (given.owner.empty() || member == given.without_node || given.owner == exchange.self()) return invalid("action.owner", "owner");
    if (trim(given.title).empty()) return invalid("action.title", "title");
    TRY(check_length(given.title, kLongestTitle, "title"));
    TRY(check_length(given.body, kLongestText, "body"));
    if (given.due_on < work.today()) return invalid("action.in_the_past", "due_on");
    const Action action{ActionId::make(work.now), given.owner, given.title, given.body, given.due_on, given.decision, given.session, "open", work.now};
    insert(work.db, action);
    TRY(tell_owner(work, exchange, action, {}));
    work.record({"action.created", "action", action.id.str(), {}, {{"owner", action.owner}}});
    return action.id;
}

Done move_due(Work& work, exchange::Exchange& exchange, ActionId id, int version, Date due_on, const std::string& reason) {
    Action action = TRY(open_for_change(work, id, version, reason));
    if (due_on < work.today()) return invalid("action.in_the_past", "due_on");
    if (due_on == action.due_on) return invalid("action.same_day", "due_on");
    insert(work.db, id, Change{version + 1, "due_moved", action.due_on, due_on, reason, work.now});
    action.version = version + 1;
    action.due_on = due_on;
    TRY(tell_owner(work, exchange, action, reason));
    work.record({"action.due_moved", "action", id.str()});
    return {};
}

Done drop_action(Work& work, exchange::Exchange& exchange, ActionId id, int version, const std::string& reason) {
    Action action = TRY(open_for_change(work, id, version, reason));
    insert(work.db, id, Change{version + 1, "dropped", action.due_on, action.due_on, reason, work.now});
    action.version = version + 1;
    action.state = "dropped";
    TRY(tell_owner(work, exchange, action, reason));
    work.record({"action.dropped", "action", id.str()});
    return {};
}

}  // namespace homeward::actions

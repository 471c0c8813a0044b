#include "access/permission.h"
#include "actions/action_store.h"
#include "base/json.h"

namespace homeward::actions {
namespace {

using access::Work;

constexpr std::size_t kLongestTitle = 300, kLongestText = 4000;

/// `action` in api/exchange.yaml.
struct ActionMessage {
    ActionId id;
    std::string title, body;
    Date due_on;
    std::string decision, session;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ActionMessage, (), (id, title, body, due_on, decision, session, created_at))

/// `progress` in api/exchange.yaml.
struct ProgressMessage {
    ProgressId id;
    ActionId action_id;
    std::string note, state;
    Instant reported_at;
};
BOOST_DESCRIBE_STRUCT(ProgressMessage, (), (id, action_id, note, state, reported_at))

Done check(std::string_view text, std::size_t most, const char* field) {
    if (length_of(text) > most) return invalid("action.too_long", field, {{"most", std::to_string(most)}});
    return {};
}

Done take_action(Work& work, const exchange::Incoming& message, const std::string& self) {
    const auto action = TRY(json::read<ActionMessage>(message.payload));
    TRY(check(action.title, kLongestTitle, "title"));
    TRY(check(action.body, kLongestText, "body"));
    if (get_action(work.db, action.id)) return conflict("action.exists");
    insert(work.db, Action{action.id, self, action.title, action.body, action.due_on, action.decision, action.session, "open", action.created_at, {}});
    work.record({"action.received", "action", action.id.str()});
    return {};
}

Done take_progress(Work& work, const exchange::Incoming& message) {
    const auto progress = TRY(json::read<ProgressMessage>(message.payload));
    const Action action = TRY(get_action(work.db, progress.action_id));
    // Only the owner of an item may speak of its progress.
    if (action.owner != message.from) return forbidden("action.not_yours");
    TRY(check(progress.note, kLongestText, "note"));
    if (progress.state != "open" && progress.state != "done") return invalid("progress.state", "state");
    if (exists(work.db, progress.id)) return conflict("progress.exists");
    insert(work.db, action.id, Progress{progress.id, progress.note, progress.state, progress.reported_at});
    work.record({"action.progress_received", "action", action.id.str(), {}, {{"state", progress.state}}});
    return {};
}

}  // namespace

Result<ActionId> create_action(Work& work, exchange::Exchange& exchange, const NewAction& given) {
    TRY(access::require(work.actor, access::Permission::edit_council));
    if (!exchange.members().find(given.owner) || given.owner == exchange.self()) return invalid("action.owner", "owner");
    if (trim(given.title).empty()) return invalid("action.title", "title");
    TRY(check(given.title, kLongestTitle, "title"));
    TRY(check(given.body, kLongestText, "body"));
    if (given.due_on < work.today()) return invalid("action.in_the_past", "due_on");
    const Action action{ActionId::make(work.now), given.owner, given.title, given.body, given.due_on, given.decision, given.session, "open", work.now, {}};
    insert(work.db, action);
    TRY(exchange.enqueue(work, "action", action.owner,
                         json::write(ActionMessage{action.id, action.title, action.body, action.due_on, action.decision, action.session, action.created_at})));
    work.record({"action.created", "action", action.id.str(), {}, {{"owner", action.owner}}});
    return action.id;
}

Done report_progress(Work& work, exchange::Exchange& exchange, ActionId id, const std::string& note, bool done) {
    TRY(access::require(work.actor, access::Permission::report_progress));
    TRY(get_action(work.db, id));
    if (trim(note).empty()) return invalid("progress.note", "note");
    TRY(check(note, kLongestText, "note"));
    const Progress progress{ProgressId::make(work.now), note, done ? "done" : "open", work.now};
    insert(work.db, id, progress);
    TRY(exchange.enqueue(work, "progress", "council", json::write(ProgressMessage{progress.id, id, progress.note, progress.state, progress.reported_at})));
    work.record({"action.progress_reported", "action", id.str(), {}, {{"state", progress.state}}});
    return {};
}

void serve_at_node(exchange::Exchange& exchange) {
    exchange.serve("action", [self = exchange.self()](Work& work, const exchange::Incoming& message) -> Done {
        if (message.from != "council") return forbidden("action.not_from_council");
        return take_action(work, message, self);
    });
}

void serve_at_council(exchange::Exchange& exchange) { exchange.serve("progress", take_progress); }

}  // namespace homeward::actions

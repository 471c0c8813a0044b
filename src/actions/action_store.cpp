#include "actions/action_store.h"

namespace homeward::actions {
namespace {

constexpr const char* kColumns = "id, owner, title, body, due_on, decision, session,"
                                 " CASE WHEN dropped_at IS NULL THEN state ELSE 'dropped' END, created_at, version, dropped_reason, message_id";

Action action_of(const store::Row& row) {
    return {row.get<ActionId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), row.get<Date>(4),
            std::string(row.text(5)), std::string(row.text(6)), std::string(row.text(7)), row.get<Instant>(8), row.get<int>(9),
            std::string(row.text(10)), row.get<std::optional<exchange::MessageId>>(11), {}, {}};
}

void read_what_followed(store::Connection& db, Action& action) {
    for (const auto row : db.query("SELECT version, kind, due_was, due_on, reason, changed_at FROM action_changes WHERE action_id = $1 ORDER BY version", action.id)) {
        action.changes.push_back({row.get<int>(0), std::string(row.text(1)), row.get<Date>(2), row.get<Date>(3), std::string(row.text(4)), row.get<Instant>(5)});
    }
    for (const auto row : db.query("SELECT id, note, state, reported_at, percent, evidence, evidence_url, reported_by FROM action_progress"
                                   " WHERE action_id = $1 ORDER BY reported_at, id", action.id)) {
        action.progress.push_back({row.get<ProgressId>(0), std::string(row.text(1)), std::string(row.text(2)), row.get<Instant>(3),
                                   row.get<std::optional<int>>(4), std::string(row.text(5)), std::string(row.text(6)), std::string(row.text(7))});
    }
}

}  // namespace

std::vector<Action> list_actions(store::Connection& db, std::string_view owner) {
    std::vector<Action> actions;
    for (const auto row : db.query(std::string("SELECT ") + kColumns + " FROM action_items WHERE $1 = '' OR owner = $1"
                                   " ORDER BY closed, CASE closed WHEN 0 THEN due_on END, created_at DESC, id", owner)) {
        actions.push_back(action_of(row));
    }
    for (auto& action : actions) read_what_followed(db, action);
    return actions;
}

Result<Action> get_action(store::Connection& db, ActionId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM action_items WHERE id = $1", id);
    if (!query.next()) return not_found("action.not_found");
    Action action = action_of(query.row());
    read_what_followed(db, action);
    return action;
}

void insert(store::Connection& db, const Action& action) {
    db.run("INSERT INTO action_items (id, owner, title, body, due_on, decision, session, state, created_at, version)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)",
           action.id, action.owner, action.title, action.body, action.due_on, action.decision, action.session, action.created_at, action.version);
}

void insert(store::Connection& db, ActionId action, const Progress& progress) {
    db.run("INSERT INTO action_progress (id, action_id, note, state, reported_at, percent, evidence, evidence_url, reported_by)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", progress.id, action,
           progress.note, progress.state, progress.reported_at, progress.percent, progress.evidence, progress.evidence_url, progress.reported_by);
    db.run("UPDATE action_items SET state = $2, closed = CASE WHEN $2 = 'done' OR dropped_at IS NOT NULL THEN 1 ELSE 0 END WHERE id = $1",
           action, progress.state);
}

void insert(store::Connection& db, ActionId action, const Change& change) {
    db.run("INSERT INTO action_changes (action_id, version, kind, due_was, due_on, reason, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
           action, change.version, change.kind, change.due_was, change.due_on, change.reason, change.changed_at);
    db.run("UPDATE action_items SET version = $2, due_on = $3 WHERE id = $1", action, change.version, change.due_on);
    if (change.kind != "dropped") return;
    db.run("UPDATE action_items SET dropped_at = $2, dropped_reason = $3, closed = 1 WHERE id = $1", action, change.changed_at, change.reason);
}

void set_message(store::Connection& db, ActionId action, exchange::MessageId message) {
    db.run("UPDATE action_items SET message_id = $2 WHERE id = $1", action, message);
}

bool exists(store::Connection& db, ProgressId id) { return db.query("SELECT 1 FROM action_progress WHERE id = $1", id).next(); }

}  // namespace homeward::actions

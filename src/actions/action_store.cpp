#include "actions/action_store.h"

namespace homeward::actions {
namespace {

constexpr const char* kColumns = "id, owner, title, body, due_on, decision, session, state, created_at";

Action action_of(const store::Row& row) {
    return {row.get<ActionId>(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), row.get<Date>(4),
            std::string(row.text(5)), std::string(row.text(6)), std::string(row.text(7)), row.get<Instant>(8), {}};
}

void read_progress(store::Connection& db, Action& action) {
    for (const auto row : db.query("SELECT id, note, state, reported_at FROM action_progress WHERE action_id = $1 ORDER BY reported_at, id", action.id)) {
        action.progress.push_back({row.get<ProgressId>(0), std::string(row.text(1)), std::string(row.text(2)), row.get<Instant>(3)});
    }
}

}  // namespace

std::vector<Action> list_actions(store::Connection& db, std::string_view owner) {
    std::vector<Action> actions;
    for (const auto row : db.query(std::string("SELECT ") + kColumns + " FROM action_items WHERE $1 = '' OR owner = $1"
                                   " ORDER BY state DESC, CASE state WHEN 'open' THEN due_on END, created_at DESC, id", owner)) {
        actions.push_back(action_of(row));
    }
    for (auto& action : actions) read_progress(db, action);
    return actions;
}

Result<Action> get_action(store::Connection& db, ActionId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM action_items WHERE id = $1", id);
    if (!query.next()) return not_found("action.not_found");
    Action action = action_of(query.row());
    read_progress(db, action);
    return action;
}

void insert(store::Connection& db, const Action& action) {
    db.run("INSERT INTO action_items (id, owner, title, body, due_on, decision, session, state, created_at)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
           action.id, action.owner, action.title, action.body, action.due_on, action.decision, action.session, action.state, action.created_at);
}

void insert(store::Connection& db, ActionId action, const Progress& progress) {
    db.run("INSERT INTO action_progress (id, action_id, note, state, reported_at) VALUES ($1, $2, $3, $4, $5)", progress.id, action,
           progress.note, progress.state, progress.reported_at);
    db.run("UPDATE action_items SET state = $2 WHERE id = $1", action, progress.state);
}

bool exists(store::Connection& db, ProgressId id) { return db.query("SELECT 1 FROM action_progress WHERE id = $1", id).next(); }

}  // namespace homeward::actions

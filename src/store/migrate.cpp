#include "store/migrate.h"

#include <map>

namespace homeward::store {
namespace {

std::map<std::string, std::string> applied(Connection& db) {
    std::map<std::string, std::string> done;
    if (!db.query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_steps'").next()) return done;
    for (const Row row : db.query("SELECT id, sha256 FROM schema_steps")) done.emplace(row.text(0), row.text(1));
    return done;
}

}  // namespace

void migrate(Connection& db, const std::vector<Migration>& migrations) {
    db.exec("BEGIN IMMEDIATE");
    try {
        db.exec("CREATE TABLE IF NOT EXISTS schema_steps (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)");
        auto done = applied(db);
        for (const auto& step : migrations) {
            const std::string hash = to_hex(sha256(step.sql));
            if (const auto found = done.find(step.id); found != done.end()) {
                if (found->second != hash) throw std::runtime_error("schema step " + step.id + " was changed after it was applied");
                done.erase(found);
                continue;
            }
            db.exec(step.sql);
            db.run("INSERT INTO schema_steps (id, sha256, applied_at) VALUES ($1, $2, $3)", step.id, hash, Instant::system_now());
        }
        if (!done.empty()) {
            throw std::runtime_error("the database has the schema step " + done.begin()->first +
                                     ", which this program does not know: it was written by a newer one");
        }
        db.exec("COMMIT");
    } catch (...) {
        db.exec("ROLLBACK");
        throw;
    }
}

std::vector<std::string> pending(Connection& db, const std::vector<Migration>& migrations) {
    const auto done = applied(db);
    std::vector<std::string> missing;
    for (const auto& step : migrations) {
        if (!done.contains(step.id)) missing.push_back(step.id);
    }
    return missing;
}

}  // namespace homeward::store

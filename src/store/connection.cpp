#include "store/connection.h"

#include <sqlite3.h>

namespace homeward::store {
namespace {

[[noreturn]] void fail(sqlite3* db, int code, std::string_view what) {
    throw DatabaseError(code, std::string(what) + ": " + (db ? sqlite3_errmsg(db) : sqlite3_errstr(code)));
}

}  // namespace

bool DatabaseError::disk_full() const { return (code & 0xff) == SQLITE_FULL; }
bool DatabaseError::constraint() const { return (code & 0xff) == SQLITE_CONSTRAINT; }

std::int64_t Row::integer(int i) const { return sqlite3_column_int64(statement_, i); }
double Row::real(int i) const { return sqlite3_column_double(statement_, i); }
bool Row::is_null(int i) const { return sqlite3_column_type(statement_, i) == SQLITE_NULL; }

std::string_view Row::text(int i) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, i));
    return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, i))) : std::string_view();
}

std::span<const std::uint8_t> Row::blob(int i) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, i));
    return {data, data ? static_cast<std::size_t>(sqlite3_column_bytes(statement_, i)) : 0};
}

void Row::bad_value(std::string_view) { throw DatabaseError(SQLITE_MISMATCH, "a stored value is not of its type"); }

Query::Query(Connection& connection, std::string_view sql)
    : connection_(&connection), statement_(connection.take(sql, cached_)) {}

Query::Query(Query&& other) noexcept
    : connection_(other.connection_), statement_(std::exchange(other.statement_, nullptr)), cached_(other.cached_) {}

Query::~Query() {
    if (statement_) connection_->give_back(statement_, cached_);
}

bool Query::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(connection_->db_, sqlite3_extended_errcode(connection_->db_), sqlite3_sql(statement_));
}

namespace {

/// The engine numbers parameters in the order it meets them; ours are named by their number.
int position_of(sqlite3_stmt* statement, int index) {
    const char name[] = {'$', static_cast<char>(index < 10 ? '0' + index : '0' + index / 10),
                         index < 10 ? '\0' : static_cast<char>('0' + index % 10), '\0'};
    const int position = sqlite3_bind_parameter_index(statement, name);
    if (position == 0) throw std::logic_error(std::string("no parameter ") + name + " in " + sqlite3_sql(statement));
    return position;
}

}  // namespace

void Query::bind_null(int i) { sqlite3_bind_null(statement_, position_of(statement_, i)); }
void Query::bind_integer(int i, std::int64_t v) { sqlite3_bind_int64(statement_, position_of(statement_, i), v); }
void Query::bind_real(int i, double v) { sqlite3_bind_double(statement_, position_of(statement_, i), v); }
void Query::bind_text(int i, std::string_view v) {
    sqlite3_bind_text64(statement_, position_of(statement_, i), v.empty() ? "" : v.data(), v.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Query::bind_blob(int i, std::span<const std::uint8_t> v) {
    sqlite3_bind_blob64(statement_, position_of(statement_, i), v.empty() ? reinterpret_cast<const std::uint8_t*>("") : v.data(), v.size(),
                        SQLITE_TRANSIENT);
}

Connection::Connection(const std::string& path, Mode mode) : mode_(mode) {
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI |
                      (mode == Mode::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    const int code = sqlite3_open_v2(path.c_str(), &db_, flags, nullptr);
    if (code != SQLITE_OK) {
        const std::string why = db_ ? sqlite3_errmsg(db_) : sqlite3_errstr(code);
        sqlite3_close(db_);
        throw DatabaseError(code, path + ": " + why);
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, 10'000);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (mode == Mode::read_write) {
        exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
             "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY");
    } else {
        exec("PRAGMA trusted_schema = OFF; PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY");
    }
}

Connection::~Connection() {
    for (auto& [sql, prepared] : cache_) sqlite3_finalize(prepared.statement);
    sqlite3_close(db_);
}

void Connection::exec(const std::string& script) {
    if (const int code = sqlite3_exec(db_, script.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(db_, sqlite3_extended_errcode(db_), script.substr(0, 80));
    }
}

int Connection::changes() const { return sqlite3_changes(db_); }

sqlite3_stmt* Connection::take(std::string_view sql, bool& cached) {
    if (const auto found = cache_.find(sql); found != cache_.end() && !found->second.busy) {
        found->second.busy = true;
        cached = true;
        return found->second.statement;
    }
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    if (code != SQLITE_OK) fail(db_, code, sql);
    cached = cache_.find(sql) == cache_.end();
    if (cached) cache_.emplace(std::string(sql), Prepared{statement, true});
    return statement;
}

void Connection::give_back(sqlite3_stmt* statement, bool cached) {
    if (!cached) {
        sqlite3_finalize(statement);
        return;
    }
    // The statement knows its own text, which is the key.
    const auto found = cache_.find(std::string_view(sqlite3_sql(statement)));
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (found != cache_.end()) found->second.busy = false;
}

}  // namespace homeward::store

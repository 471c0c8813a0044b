#pragma once
// What stands under nearly every test: a database with the schema of some areas, and actors who read and write there at
// the time that the test sets.

#include "access/accounts.h"
#include "access/works.h"
#include "base/file_for_tests.h"

namespace homeward::access {

/// Whether a program holds records of persons, and so a vault: a State's node does, the Council must not.
enum class Holds { no_records, records };

/// The log's and the accounts' steps, and those of further areas behind them.
inline std::vector<store::Migration> schema_for_tests(const std::vector<std::vector<store::Migration>>& further) {
    auto steps = audit::schema();
    const auto add = [&](const std::vector<store::Migration>& more) { steps.insert(steps.end(), more.begin(), more.end()); };
    add(schema());
    for (const auto& area : further) add(area);
    return steps;
}

/// One program of a test, with a database file of its own.
struct ProgramForTests {
    const FileForTests file;
    Instant now;
    vault::Vault vault{vault::Secret::random()};
    std::optional<store::Store> store;
    std::optional<Works> works;
    Actor system = Actor::program("system");

    /// clock     what its requests take for now; without one, `now`, which only one thread may set and read
    /// further   schemas beside the log's and the accounts', in the order of the areas
    ProgramForTests(Instant at, const std::vector<std::vector<store::Migration>>& further, Holds holds = Holds::no_records, Works::Clock clock = {})
        : now(at) {
        {
            store::Connection db(file.path, store::Connection::Mode::read_write);
            store::migrate(db, schema_for_tests(further));
        }
        clock_ = clock ? std::move(clock) : [this] { return now; };
        vault_ = holds == Holds::records ? &vault : nullptr;
        open();
    }
    /// Opens the database; when it is open, as after a restart.
    void open() {
        works.reset();
        store.emplace(file.path);
        works.emplace(*store, vault_, clock_);
    }

    template <class T>
    Result<T> act(const Actor& actor, const std::function<Result<T>(Work&)>& job) { return works->write<T>(actor, job); }
    template <class T>
    Result<T> read(const Actor& actor, const std::function<Result<T>(Work&)>& job) { return works->read<T>(actor, job); }
    /// What a query gives, which must succeed.
    template <class T>
    T get(const std::function<Result<T>(store::Connection&)>& query) {
        std::optional<T> value;
        store->read([&](store::Connection& db) { value = query(db).value(); });
        return std::move(*value);
    }
    /// The first column of the first row; empty without one.
    std::string text(const std::string& sql) {
        std::string value;
        store->read([&](store::Connection& db) { value = db.query(sql).value<std::string>().value_or(""); });
        return value;
    }
    std::int64_t number(const std::string& sql) {
        std::int64_t value = 0;
        store->read([&](store::Connection& db) { value = db.query(sql).value<std::int64_t>().value(); });
        return value;
    }
    void run(const std::string& sql) {
        store->write([&](store::Connection& db) { db.exec(sql); return true; });
    }
    /// Lines of the log that say this was done.
    std::int64_t leaves(const std::string& action) { return number("SELECT count(*) FROM audit_leaves WHERE action = '" + action + "'"); }

    /// Somebody who works in a region of a State's node; all of it when empty.
    Actor staff(const std::string& username, Role role, const std::string& region = {}) { return make_account(username, role, region, {}); }
    /// Somebody at the Council who speaks for a member, when it is not empty.
    Actor account(const std::string& username, Role role, const std::string& member = {}) { return make_account(username, role, {}, member); }

private:
    /// It cannot sign in, having no password: making one takes its time, and few tests sign in.
    Actor make_account(const std::string& username, Role role, const std::string& region, const std::string& member) {
        const auto id = AccountId::make(now);
        store->write([&](store::Connection& db) {
            db.run("INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at)"
                   " VALUES ($1, $2, $2, $3, 'en', $4, $5, '', $6)", id, username, name_of(role), region, member, now);
            return true;
        });
        return get<Actor>([&](store::Connection& db) { return get_account(db, id); });
    }

    Works::Clock clock_;
    const vault::Vault* vault_;
};

/// That program as the fixture of a test.
struct ProgramTest : testing::Test, ProgramForTests {
    using ProgramForTests::ProgramForTests;
};

}  // namespace homeward::access

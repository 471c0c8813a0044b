#include "store/store.h"

#include <future>

#include "base/file_for_tests.h"
#include "store/migrate.h"

namespace homeward::store {
namespace {

std::int64_t count(Store& store) {
    std::int64_t n = 0;
    store.read([&](Connection& db) { n = *db.query("SELECT count(*) FROM things").value<std::int64_t>(); });
    return n;
}

const Migration kThings{"test/0001", "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"};

struct StoreTest : testing::Test {
    FileForTests file;
    Store store{file.path};
    StoreTest() {
        store.write([](Connection&) { return true; });
        Connection db(file.path, Connection::Mode::read_write);
        migrate(db, {kThings});
    }
};

TEST_F(StoreTest, KeepsAJobThatSucceedsAndTakesBackOneThatFails) {
    store.write([](Connection& db) { return db.run("INSERT INTO things (name) VALUES ($1)", "a") == 1; });
    store.write([](Connection& db) { db.run("INSERT INTO things (name) VALUES ($1)", "b"); return false; });
    EXPECT_THROW(store.write([](Connection& db) {
        db.run("INSERT INTO things (name) VALUES ($1)", "c");
        db.run("INSERT INTO things (name) VALUES ($1)", "a");
        return true;
    }), DatabaseError);
    EXPECT_EQ(count(store), 1);
}

TEST_F(StoreTest, AnErrorOfOneJobLeavesItsNeighboursInTheBatch) {
    std::promise<void> gate, last;
    store.post([&](Connection&) { gate.get_future().wait(); return true; }, [](auto) {});
    int kept = 0, broke = 0;
    for (int i = 0; i < 20; ++i) {
        store.post([i](Connection& db) {
            db.run("INSERT INTO things (name) VALUES ($1)", std::to_string(i));
            if (i % 4 == 0) throw std::runtime_error("no");
            return true;
        }, [&](std::exception_ptr e) { (e ? broke : kept)++; });
    }
    store.post([](Connection&) { return true; }, [&](auto) { last.set_value(); });
    gate.set_value();
    last.get_future().wait();
    EXPECT_EQ(kept, 15);
    EXPECT_EQ(broke, 5);
    EXPECT_EQ(count(store), 15);
}

TEST_F(StoreTest, BindsByTheNumberOfThePlaceholder) {
    std::string joined;
    store.read([&](Connection& db) { joined = *db.query("SELECT $2 || $1", "a", "b").value<std::string>(); });
    EXPECT_EQ(joined, "ba");
}

TEST_F(StoreTest, ReadersCannotWrite) {
    EXPECT_THROW(store.read([](Connection& db) { db.run("INSERT INTO things (name) VALUES ('x')"); }), DatabaseError);
}

TEST_F(StoreTest, RefusesAChangedOrUnknownSchemaStep) {
    Connection db(file.path, Connection::Mode::read_write);
    migrate(db, {kThings});
    EXPECT_THROW(migrate(db, {{"test/0001", "CREATE TABLE other (id INTEGER)"}}), std::runtime_error);
    EXPECT_THROW(migrate(db, {}), std::runtime_error);
    EXPECT_TRUE(pending(db, {kThings}).empty());
}

TEST_F(StoreTest, NestedUseOfOneStatementIsSafe) {
    store.write([](Connection& db) {
        for (const char* name : {"a", "b"}) db.run("INSERT INTO things (name) VALUES ($1)", name);
        return true;
    });
    int pairs = 0;
    store.read([&](Connection& db) {
        for (auto outer : db.query("SELECT name FROM things")) {
            for (auto inner : db.query("SELECT name FROM things")) { (void)outer; (void)inner; ++pairs; }
        }
    });
    EXPECT_EQ(pairs, 4);
}

}  // namespace
}  // namespace homeward::store

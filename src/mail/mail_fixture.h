#pragma once
// Accounts with addresses, in a database of their own.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

#include "access/accounts.h"
#include "access/works.h"
#include "mail/post.h"

namespace homeward::mail {

struct MailTest : testing::Test {
    std::string path = testing::TempDir() + "mail_" + std::to_string(::getpid()) + "_" +
                       testing::UnitTest::GetInstance()->current_test_info()->name() + ".db";
    Instant now = *Instant::parse("2026-05-14T09:00:00Z");
    std::optional<store::Store> store;
    std::optional<access::Works> works;
    access::Actor system = access::Actor::program("system");
    access::AccountId reader, russian;

    MailTest() {
        remove();
        store.emplace(path);
        store->write([](store::Connection&) { return true; });
        {
            store::Connection db(path, store::Connection::Mode::read_write);
            std::vector<store::Migration> steps;
            for (const auto& part : {audit::schema(), access::schema(), schema()}) steps.insert(steps.end(), part.begin(), part.end());
            store::migrate(db, steps);
        }
        works.emplace(*store, nullptr, [this] { return now; });
        reader = account("reader", "en", "reader@body.example");
        russian = account("russian", "ru", "russian@body.example");
    }
    ~MailTest() override {
        works.reset();
        store.reset();
        remove();
    }
    void remove() {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    }

    void act(std::function<void(access::Work&)> job) {
        (void)works->write<void>(system, [&](access::Work& work) -> Done {
            job(work);
            return {};
        });
    }
    access::AccountId account(const char* username, const char* language, const std::string& address) {
        access::AccountId id;
        act([&](access::Work& work) {
            id = access::create_account(work, {username, username, access::Role::focal_point, language, "", "uz", "a long enough password"}).value();
            set_address(work, id, address).value();
        });
        return id;
    }
    void send(access::AccountId to, const std::string& kind = "decision_adopted", std::map<std::string, std::string> values = {}) {
        act([&](access::Work& work) { post(work, {to, kind, values, "/decisions", {}, {}}); });
    }
    std::string text(const std::string& sql) {
        std::string value;
        store->read([&](store::Connection& db) { value = db.query(sql).value<std::string>().value_or(""); });
        return value;
    }
    std::int64_t number(const std::string& sql) {
        std::int64_t value = 0;
        store->read([&](store::Connection& db) { value = *db.query(sql).value<std::int64_t>(); });
        return value;
    }
};

}  // namespace homeward::mail

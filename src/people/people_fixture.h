#pragma once
// A node of Uzbekistan with staff and no people, for tests.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "access/accounts.h"
#include "access/works.h"
#include "people/create_person.h"
#include "people/register.h"

namespace homeward::people {

struct PeopleFixture : testing::Test {
    std::string path = testing::TempDir() + "people_" + std::to_string(::getpid()) + "_" +
                       testing::UnitTest::GetInstance()->current_test_info()->name() + ".db";
    Instant now = *Instant::parse("2024-05-14T09:30:00Z");
    vault::Vault vault{vault::Secret::random()};
    std::optional<store::Store> store;
    std::optional<access::Works> works;
    std::optional<Register> reg;
    access::Actor system = access::Actor::program("system");
    access::Actor coordinator, supervisor, far_supervisor, worker, other_worker;

    PeopleFixture() {
        remove();
        store.emplace(path);
        store->write([](store::Connection&) { return true; });
        migrate();
        works.emplace(*store, &vault, [this] { return now; });
        coordinator = staff("coordinator", access::Role::coordinator, "");
        supervisor = staff("supervisor", access::Role::supervisor, "UZ-FA");
        far_supervisor = staff("supervisor2", access::Role::supervisor, "UZ-BU");
        worker = staff("worker", access::Role::social_worker, "UZ-FA");
        other_worker = staff("worker2", access::Role::social_worker, "UZ-FA");
        reload();
    }
    ~PeopleFixture() override {
        works.reset();
        store.reset();
        remove();
    }

    void reload() {
        reg.emplace("UZ");
        reg->load(*store, vault);
    }

    template <class T>
    Result<T> write(const access::Actor& actor, const std::function<Result<T>(access::Work&)>& job) {
        return works->write<T>(actor, job);
    }
    template <class T>
    Result<T> read(const access::Actor& actor, const std::function<Result<T>(access::Work&)>& job) {
        return works->read<T>(actor, job);
    }

    NewPerson given(std::string family, std::string name, std::string patronymic, const char* born_on = "2012-03-14",
                    Sex sex = Sex::female) const {
        NewPerson person;
        person.names = {{std::move(family), std::move(name), std::move(patronymic)}};
        person.sex = sex;
        person.born_on = PartialDate::parse(born_on);
        person.stage_id = "uz-mehr-5";
        person.arrived_on = Date{2021, 4, 30};
        person.region = "UZ-FA";
        return person;
    }
    PersonId add(const NewPerson& person) {
        const auto made = write<PersonId>(system, [&](access::Work& work) { return create_person(work, *reg, person); });
        EXPECT_TRUE(made) << made.error().key << " " << made.error().field;
        return made ? *made : PersonId{};
    }
    RegisterPage list(const access::Actor& actor, const RegisterFilter& filter = {}, std::optional<PersonId> after = {}, int limit = 50) {
        auto page = reg->page(actor, filter, after, limit, Date::of(now));
        EXPECT_TRUE(page) << page.error().key;
        return page ? std::move(page).value() : RegisterPage{};
    }
    std::vector<std::string> names(const RegisterPage& page) const {
        std::vector<std::string> all;
        for (const auto& item : page.items) all.push_back(item.name);
        return all;
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t n = 0;
        store->read([&](store::Connection& db) { n = *db.query(sql).value<std::int64_t>(); });
        return n;
    }
    std::int64_t leaves(const std::string& action) {
        return count("SELECT count(*) FROM audit_leaves WHERE action = '" + action + "'");
    }

private:
    void remove() {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end);
    }
    void migrate() {
        std::vector<store::Migration> steps;
        for (const auto& part : {audit::schema(), access::schema(), vault::schema(), schema()}) {
            steps.insert(steps.end(), part.begin(), part.end());
        }
        store::Connection db(path, store::Connection::Mode::read_write);
        store::migrate(db, steps);
    }
    access::Actor staff(const std::string& username, access::Role role, const std::string& region) {
        // No test signs in, so the hash is no hash: Argon2id takes its time.
        const auto id = access::AccountId::make(now);
        store->write([&](store::Connection& db) {
            db.run("INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at) "
                   "VALUES ($1, $2, $2, $3, 'en', $4, '', '', $5)", id, username, access::name_of(role), region, now);
            return true;
        });
        return access::Actor{id, role, username, username, "en", region, ""};
    }
};

}  // namespace homeward::people

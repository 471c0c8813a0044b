#pragma once
// A State with people, its staff, and the desk where its returns are made.

#include "statistics/returns/return_desk.h"

#include <spdlog/spdlog.h>

#include <random>

#include "access/program_for_tests.h"
#include "base/json.h"
#include "exchange/state.h"
#include "statistics/returns/return_csv.h"

namespace homeward::statistics {

using access::Actor;
using access::Role;
using access::Work;

/// What the areas publish, in one table, so that the test can count it in another way. What was reached is a bit by the place of its
/// indicator among those of 2024.
constexpr int kIndicators = 10;
constexpr const char* kPeople =
    "CREATE TABLE people (slot INTEGER PRIMARY KEY, family INTEGER, operation INTEGER, sex INTEGER, age INTEGER, arrived_on TEXT, reached INTEGER);";
inline const Classifications kClassifications{{"mehr-1", "mehr-2", "mehr-3"}, {}};

inline Facts facts_of(Work& work, const Catalogue& catalogue, Date) {
    const Catalogue whole = *catalogue_of(2024);
    Facts facts{{}, kClassifications};
    for (const auto row : work.db.query("SELECT slot, family, operation, sex, age, arrived_on, reached FROM people")) {
        PersonFact fact;
        fact.person_slot = row.get<std::int32_t>(0);
        fact.family_slot = row.get<std::int32_t>(1);
        const auto key_of = [](int slot) { return std::mt19937_64(static_cast<std::uint64_t>(slot))(); };
        fact.key = key_of(2 * fact.person_slot);
        fact.family_key = key_of(2 * fact.family_slot + 1);
        fact.operation = row.get<std::int16_t>(2);
        fact.sex = static_cast<Sex>(row.integer(3));
        fact.age_years = row.get<std::int16_t>(4);
        fact.arrived_on = row.get<Date>(5);
        for (const auto& indicator : catalogue.indicators) {
            const auto bit = whole.find(indicator.key) ? whole.find(indicator.key) - whole.indicators.data() : kIndicators;
            fact.answers.push_back(indicator.measure == Measure::timeliness ? kNotConcerned : row.integer(6) >> bit & 1 ? 1 : kNothingKnown);
        }
        facts.persons.push_back(std::move(fact));
    }
    return facts;
}

struct AnnualReturnTest : access::ProgramTest {
    std::optional<exchange::Exchange> exchange;
    std::optional<ReturnDesk> desk;
    Actor coordinator, deputy, officer, worker;

    AnnualReturnTest() : ProgramTest(*Instant::parse("2025-02-10T09:00:00Z"), {exchange::schema(), schema(), {{"test/people", kPeople}}}) {
        spdlog::set_level(spdlog::level::off);
        join_region();
        desk.emplace(*exchange, "UZ", facts_of, vault::Secret::random());
        coordinator = staff("coordinator", Role::coordinator);
        deputy = staff("deputy", Role::coordinator);
        officer = staff("officer", Role::data_protection_officer);
        worker = staff("worker", Role::social_worker, "UZ-FA");
    }
    void join_region() {
        std::vector<exchange::Member> list;
        std::optional<exchange::NodeKeys> own;
        for (const std::string id : {"council", "uz"}) {
            auto keys = exchange::NodeKeys::generate(id);
            list.push_back({id, id, "http://127.0.0.1:" + std::to_string(8400 + list.size()), keys.sign.verify, keys.open.seal});
            if (id == "uz") own = std::move(keys);
        }
        exchange.emplace(std::move(*own), exchange::Membership::of(std::move(list)).value());
    }
    /// People of all sexes and ages, some of unknown age, some arriving after the reference date, in families of five.
    void given_people(int people, unsigned seed = 1) {
        std::mt19937 random(seed);
        const auto draw = [&](unsigned below) { return static_cast<int>(random() % below); };
        store->write([&](store::Connection& db) {
            db.run("DELETE FROM people");
            for (int i = 0; i < people; ++i) {
                const int sex = draw(100) < 60 ? 0 : draw(30) == 0 ? 2 : 1;
                const int age = draw(40) == 0 ? -1 : sex == 1 ? draw(25) : draw(60);
                db.run("INSERT INTO people VALUES ($1, $2, $3, $4, $5, $6, $7)", i, draw(12) == 0 ? -1 : i / 5, draw(20) == 0 ? 2 : i % 2, sex, age,
                       draw(20) == 0 ? "2025-01-15" : "2021-04-30", draw(2) == 0 ? 0 : draw(1 << kIndicators));
            }
            return true;
        });
    }

    Result<ReturnId> prepare(const Actor& actor, int year = 2024, Date on = {2024, 12, 31}, const std::string& reason = {}) {
        return desk->prepare(*works, actor, {year, on, {}, reason});
    }
    Done sign(const Actor& actor, ReturnId id) {
        return works->write<void>(actor, [&](Work& work) { return desk->sign(work, id); });
    }
    Done release(const Actor& actor, ReturnId id) {
        return works->write<void>(actor, [&](Work& work) { return desk->release(work, id); });
    }
    AnnualReturn get(ReturnId id) {
        return ProgramTest::get<AnnualReturn>([&](store::Connection& db) { return desk->get(db, id); });
    }
    ReturnId given_released() {
        const auto id = prepare(coordinator).value();
        EXPECT_TRUE(sign(coordinator, id) && sign(deputy, id) && release(deputy, id));
        return id;
    }
};

inline std::string key_of(const Done& done) { return done ? "" : done.error().key; }

}  // namespace homeward::statistics

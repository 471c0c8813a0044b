#include "node/facts.h"

#include <algorithm>

#include "access/program_for_tests.h"
#include "people/add_person.h"
#include "people/create_person.h"
#include "people/edit_person.h"
#include "people/operations.h"

namespace homeward::apps {
namespace {

using access::Actor;
using access::Work;
using people::PersonId;
using statistics::Outcome;
using statistics::PersonFact;

/// A register with people in it. Delivered services stand in a table where the view of services stands at a node.
struct FactsTest : access::ProgramTest {
    std::optional<people::Register> reg;

    FactsTest()
        : ProgramTest(*Instant::parse("2025-02-10T09:00:00Z"),
                      {vault::schema(), people::schema(), {{"test/services", "CREATE TABLE service_facts (person_id TEXT, service TEXT, delivered_on TEXT);"}}},
                      access::Holds::records) {
        reg.emplace("UZ");
        reg->load(*store, vault);
    }
    static people::NewPerson woman() {
        people::NewPerson person;
        person.names = {{"Karimova", "Dilnoza", ""}};
        person.sex = people::Sex::female;
        person.born_on = PartialDate{1990, 6, 15, false};
        person.stage_id = "uz-mehr-3";
        person.arrived_on = Date{2020, 12, 8};
        person.region = "UZ-FA";
        return person;
    }
    PersonId add(const people::NewPerson& person) {
        const auto entry = *works->write<people::RegisterEntry>(system, [&](Work& work) { return people::add_person(work, *reg, person); });
        reg->put(entry);
        return entry.id;
    }
    void delivered(PersonId person, const char* service, const char* on) {
        store->write([&](store::Connection& db) {
            db.run("INSERT INTO service_facts VALUES ($1, $2, $3)", person, service, on);
            return true;
        });
    }
    void restored(PersonId person, Date on) {
        ASSERT_TRUE(works->write<void>(system, [&](Work& work) -> Done {
            TRY(people::add_document(work, *reg, person, {"passport", "AB1234567", people::DocumentState::restored, on}));
            return {};
        }));
    }
    statistics::Facts gather(Date on = {2024, 12, 31}) {
        return *works->read<statistics::Facts>(system, [&](Work& work) -> Result<statistics::Facts> {
            return gather_facts(work, *reg, *statistics::catalogue_of(on.year), on);
        });
    }
    PersonFact only(Date on = {2024, 12, 31}) {
        const auto facts = gather(on);
        EXPECT_EQ(facts.persons.size(), 1U);
        return facts.persons.at(0);
    }
};

TEST_F(FactsTest, HaveAgeOnTheReferenceDateSexStageRegionAndArrival) {
    add(woman());
    const auto facts = gather({2024, 6, 14});
    const auto& fact = facts.persons.at(0);
    EXPECT_EQ(fact.age_years, 33);
    EXPECT_EQ(only({2024, 6, 15}).age_years, 34);
    EXPECT_EQ(fact.sex, statistics::Sex::female);
    EXPECT_EQ(facts.classifications.operations.at(static_cast<std::size_t>(fact.operation)), "uz-mehr-3");
    EXPECT_EQ(facts.classifications.regions.at(static_cast<std::size_t>(fact.region)), "UZ-FA");
    EXPECT_EQ(fact.arrived_on, (Date{2020, 12, 8}));
    EXPECT_EQ(fact.family_slot, -1);
    EXPECT_EQ(fact.reached, 0);
}

TEST_F(FactsTest, ClassifyByTheStagesOfTheStateInTheirOrder) {
    std::vector<std::string> stages;
    for (const auto& stage : reg->stages()) stages.push_back(stage.id);
    EXPECT_EQ(gather().classifications.operations, stages);
    EXPECT_EQ(stages.size(), 6U);
}

TEST_F(FactsTest, PutWhoCameByNoOperationIntoACategoryOfTheirOwn) {
    auto person = woman();
    person.stage_id = "";
    person.entry_route = people::EntryRoute::self_return;
    add(person);
    add(woman());
    const auto facts = gather();
    EXPECT_EQ(facts.classifications.operations.size(), 7U);
    EXPECT_EQ(facts.classifications.operations.back(), kNotByOperation);
    int found = 0;
    for (const auto& fact : facts.persons) found += fact.operation == 6;
    EXPECT_EQ(found, 1);
}

TEST_F(FactsTest, KnowAnAddedOperationFromItsYearOn) {
    const auto id = *works->write<std::string>(system, [&](Work& work) {
        return people::add_operation(work, *reg, {"mehr", "", 6, "Mehr-6", Date{2025, 3, 1}, "Tashkent", "Order 12"});
    });
    EXPECT_EQ(id, "uz-mehr-6");
    auto person = woman();
    person.stage_id = id;
    person.arrived_on = Date{2025, 3, 1};
    now = *Instant::parse("2025-12-31T09:00:00Z");
    add(person);
    // A year that was over by then counts neither her nor the operation.
    EXPECT_TRUE(gather().persons.empty());
    EXPECT_EQ(std::ranges::count(gather().classifications.operations, id), 0);
    const auto facts = gather({2025, 12, 31});
    ASSERT_EQ(facts.persons.size(), 1U);
    EXPECT_EQ(facts.classifications.operations.at(static_cast<std::size_t>(facts.persons[0].operation)), id);
    EXPECT_EQ(facts.classifications.operations.size(), 7U);
    const auto tables = statistics::count(facts.persons, *statistics::catalogue_of(2025), facts.classifications, {2025, 12, 31});
    EXPECT_TRUE(tables) << tables.error().key;
}

TEST_F(FactsTest, KeepAStageThatSomebodyCameBefore) {
    auto person = woman();
    person.stage_id = "uz-mehr-5";
    add(person);
    const auto facts = gather({2020, 12, 31});
    EXPECT_EQ(facts.classifications.operations.at(static_cast<std::size_t>(facts.persons.at(0).operation)), "uz-mehr-5");
}

TEST_F(FactsTest, OfAStateWithoutOperationsHaveOneCategory) {
    reg.emplace("TM");
    reg->load(*store, vault);
    EXPECT_EQ(gather().classifications.operations, std::vector<std::string>{kNotByOperation});
    EXPECT_TRUE(gather().persons.empty());
}

TEST_F(FactsTest, TakeTheDayOfTheStageWhereNobodyNotedTheArrival) {
    auto person = woman();
    person.arrived_on.reset();
    add(person);
    EXPECT_EQ(only().arrived_on, (Date{2020, 12, 8}));
}

TEST_F(FactsTest, GiveUnknownWhereNothingIsKnown) {
    auto person = woman();
    person.born_on.reset();
    person.region = "";
    person.sex = people::Sex::unknown;
    add(person);
    const auto fact = only();
    EXPECT_EQ(fact.age_years, -1);
    EXPECT_EQ(fact.region, -1);
    EXPECT_EQ(fact.sex, statistics::Sex::unknown);
}

TEST_F(FactsTest, NumberFamiliesAnew) {
    const auto family = *works->write<people::FamilyId>(system, [&](Work& work) { return people::create_family(work, *reg, "uz-mehr-3"); });
    auto person = woman();
    person.family_id = family;
    add(person);
    person.names = {{"Karimov", "Aziz", ""}};
    add(person);
    const auto facts = gather();
    EXPECT_EQ(facts.persons[0].family_slot, 0);
    EXPECT_EQ(facts.persons[1].family_slot, 0);
    EXPECT_NE(facts.persons[0].person_slot, facts.persons[1].person_slot);
}

TEST_F(FactsTest, CountAServiceForItsOutcome) {
    const std::map<const char*, Outcome> outcomes{
        {"school_enrolment", Outcome::in_school}, {"family_reunification", Outcome::reunited_with_family}, {"housing", Outcome::housed},
        {"medical_care", Outcome::health_care}, {"psychosocial_support", Outcome::psychosocial_support},
        {"family_counselling", Outcome::psychosocial_support}, {"vocational_training", Outcome::trained},
        {"low_interest_loan", Outcome::grant_or_loan}, {"business_equipment", Outcome::grant_or_loan}, {"job_placement", Outcome::employed}};
    const auto person = add(woman());
    for (const auto& [service, outcome] : outcomes) {
        store->write([](store::Connection& db) { db.run("DELETE FROM service_facts"); return true; });
        delivered(person, service, "2024-03-01");
        PersonFact expected;
        expected.set(outcome);
        EXPECT_EQ(only().reached, expected.reached) << service;
    }
    delivered(person, "legal_aid", "2024-03-01");
    EXPECT_EQ(std::popcount(only().reached), 1);
}

TEST_F(FactsTest, CountAYearsServicesFromItsFirstDayToTheReferenceDate) {
    const auto person = add(woman());
    const auto cared_on = [&](const char* day) {
        store->write([](store::Connection& db) { db.run("DELETE FROM service_facts"); return true; });
        delivered(person, "medical_care", day);
        return only({2024, 6, 30}).has(Outcome::health_care);
    };
    EXPECT_FALSE(cared_on("2023-12-31"));
    EXPECT_TRUE(cared_on("2024-01-01"));
    EXPECT_TRUE(cared_on("2024-06-30"));
    EXPECT_FALSE(cared_on("2024-07-01"));
}

TEST_F(FactsTest, CountWhatHoldsSinceArrivalUpToTheReferenceDate) {
    const auto person = add(woman());
    delivered(person, "housing", "2021-05-01");
    restored(person, {2022, 1, 10});
    EXPECT_TRUE(only({2021, 5, 1}).has(Outcome::housed));
    EXPECT_FALSE(only({2021, 4, 30}).has(Outcome::housed));
    EXPECT_TRUE(only().has(Outcome::housed));
    EXPECT_FALSE(only({2022, 1, 9}).has(Outcome::documents_restored));
    EXPECT_TRUE(only({2022, 1, 10}).has(Outcome::documents_restored));
}

TEST_F(FactsTest, LeaveOutServicesOfPeopleWhoAreNotInTheRegister) {
    add(woman());
    delivered(PersonId::make(now), "housing", "2021-05-01");
    EXPECT_EQ(only().reached, 0);
}

}  // namespace
}  // namespace homeward::apps

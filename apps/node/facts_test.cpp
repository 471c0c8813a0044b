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
using statistics::kNotConcerned;
using statistics::kNothingKnown;
using statistics::PersonFact;

// What services and casework publish at a node, as tables.
constexpr const char* kViews =
    "CREATE TABLE service_facts (person_id TEXT, service TEXT, delivered_on TEXT);"
    "CREATE TABLE survey_facts (person_id TEXT, month INTEGER, answered_on TEXT, economic REAL, social REAL, psychosocial REAL);"
    "CREATE TABLE care_spells (person_id TEXT, kind TEXT, from_on TEXT, to_on TEXT);"
    "CREATE TABLE review_facts (person_id TEXT, due_on TEXT, done_on TEXT);"
    "CREATE TABLE complaint_answers (person_id TEXT, received_on TEXT, answer_by TEXT, answered_on TEXT);";

/// A register with people in it.
struct FactsTest : access::ProgramTest {
    std::optional<people::Register> reg;
    vault::Secret key = facts_key(vault::Secret::random());

    FactsTest()
        : ProgramTest(*Instant::parse("2025-02-10T09:00:00Z"),
                      {vault::schema(), people::schema(), {{"test/views", kViews}}},
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
            return gather_facts(work, *reg, key, *statistics::catalogue_of(on.year), on);
        });
    }
    /// What the only person's fact says of an indicator, by the definitions of the year.
    std::int32_t answer(const char* indicator, Date on = {2025, 12, 31}) {
        const auto catalogue = *statistics::catalogue_of(on.year);
        return only(on).answers.at(static_cast<std::size_t>(catalogue.find(indicator) - catalogue.indicators.data()));
    }
    bool reached(const char* indicator, Date on = {2024, 12, 31}) { return answer(indicator, on) == 1; }
    template <class... Values>
    void put(const char* sql, const Values&... values) {
        store->write([&](store::Connection& db) {
            db.run(sql, values...);
            return true;
        });
    }
    void forget(const char* view) { put((std::string("DELETE FROM ") + view).c_str()); }
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
    const auto catalogue = *statistics::catalogue_of(2024);
    EXPECT_EQ(fact.answers, std::vector<std::int32_t>(catalogue.indicators.size(), kNothingKnown));
}

TEST_F(FactsTest, KnowAPersonAgainInAnotherYearUnderTheStatesKeyAlone) {
    const auto family = *works->write<people::FamilyId>(system, [&](Work& work) { return people::create_family(work, *reg, "uz-mehr-3"); });
    auto person = woman();
    person.family_id = family;
    add(person);
    const auto first = only({2024, 12, 31}), second = only({2025, 1, 31});
    EXPECT_NE(first.key, 0u);
    EXPECT_NE(first.family_key, 0u);
    EXPECT_NE(first.key, first.family_key);
    EXPECT_EQ(first.key, second.key);
    EXPECT_EQ(first.family_key, second.family_key);
    key = facts_key(vault::Secret::random());
    EXPECT_NE(only().key, first.key);
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
    const std::map<const char*, const char*> outcomes{
        {"school_enrolment", "children_in_school"}, {"family_reunification", "families_reunified"}, {"housing", "housing"},
        {"medical_care", "health_care"}, {"psychosocial_support", "psychosocial_support"},
        {"family_counselling", "psychosocial_support"}, {"vocational_training", "training"},
        {"low_interest_loan", "grants_and_loans"}, {"business_equipment", "grants_and_loans"}, {"job_placement", "employment"}};
    const auto person = add(woman());
    for (const auto& [service, indicator] : outcomes) {
        forget("service_facts");
        delivered(person, service, "2024-03-01");
        EXPECT_TRUE(reached(indicator)) << service;
        EXPECT_EQ(std::ranges::count(only().answers, 1), 1) << service;
    }
    delivered(person, "legal_aid", "2024-03-01");
    EXPECT_EQ(std::ranges::count(only().answers, 1), 1);
}

TEST_F(FactsTest, CountAYearsServicesFromItsFirstDayToTheReferenceDate) {
    const auto person = add(woman());
    const auto cared_on = [&](const char* day) {
        forget("service_facts");
        delivered(person, "medical_care", day);
        return reached("health_care", {2024, 6, 30});
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
    EXPECT_TRUE(reached("housing", {2021, 5, 1}));
    EXPECT_FALSE(reached("housing", {2021, 4, 30}));
    EXPECT_TRUE(reached("housing"));
    EXPECT_FALSE(reached("documents_restored", {2022, 1, 9}));
    EXPECT_TRUE(reached("documents_restored", {2022, 1, 10}));
}

TEST_F(FactsTest, CountTheDaysToTheFirstDocument) {
    const auto person = add(woman());  // arrived on 8 December 2020
    EXPECT_EQ(answer("days_to_first_document"), kNothingKnown);
    restored(person, {2022, 1, 10});
    restored(person, {2021, 1, 7});
    EXPECT_EQ(answer("days_to_first_document"), 30);
    restored(person, {2020, 12, 1});
    EXPECT_EQ(answer("days_to_first_document"), 0) << "what was there on arrival took no day";
}

TEST_F(FactsTest, KnowNoDaysWhereNobodyNotedTheArrival) {
    auto person = woman();
    person.stage_id = "";
    person.entry_route = people::EntryRoute::self_return;
    person.arrived_on.reset();
    restored(add(person), {2022, 1, 10});
    EXPECT_EQ(answer("days_to_first_document"), kNothingKnown);
    EXPECT_EQ(answer("documents_restored"), 1);
}

TEST_F(FactsTest, TakeTheCareThatStandsOnTheDayAndAllDaysInAnInstitution) {
    const auto child = add(woman());
    const auto kinds = statistics::catalogue_of(2025)->find("care_arrangements")->categories;
    const auto cares = [&](Date on) {
        const auto found = answer("care_arrangements", on);
        return found < 0 ? "" : kinds.at(static_cast<std::size_t>(found));
    };
    EXPECT_EQ(cares({2025, 12, 31}), "");
    put("INSERT INTO care_spells VALUES ($1, 'residential', '2025-01-10', '2025-02-09'), ($1, 'kinship', '2025-02-09', NULL)", child);
    EXPECT_EQ(cares({2025, 1, 9}), "");
    EXPECT_EQ(cares({2025, 1, 20}), "residential");
    EXPECT_EQ(cares({2025, 2, 9}), "kinship") << "who moves on a day is counted where they came to";
    EXPECT_EQ(answer("time_in_residential_care", {2025, 1, 20}), 10);
    EXPECT_EQ(answer("time_in_residential_care", {2025, 12, 31}), 30);
    put("INSERT INTO care_spells VALUES ($1, 'residential', '2025-03-01', '2025-03-01')", child);
    EXPECT_EQ(answer("time_in_residential_care"), 31);
}

TEST_F(FactsTest, TakeScoresOfTheirRoundInThousandths) {
    const auto person = add(woman());
    put("INSERT INTO survey_facts VALUES ($1, 6, '2025-06-01', 0.3333333, NULL, 1.0), ($1, 12, '2025-12-01', 0.5, 0.5, 0.5)", person);
    EXPECT_EQ(answer("outcome_economic_6"), 333);
    EXPECT_EQ(answer("outcome_social_6"), kNothingKnown);
    EXPECT_EQ(answer("outcome_psychosocial_6"), 1000);
    EXPECT_EQ(answer("outcome_social_12"), 500);
    EXPECT_EQ(answer("outcome_social_12", {2025, 11, 30}), kNothingKnown);
    EXPECT_EQ(answer("outcome_social_24"), kNothingKnown);
}

TEST_F(FactsTest, SayOfDeadlinesTheWorst) {
    enum { in_time, late, overdue };
    const auto person = add(woman());
    const auto of = [&](const char* due, std::optional<const char*> done) {
        forget("review_facts");
        forget("complaint_answers");
        const auto day = done ? std::optional(std::string(*done)) : std::nullopt;
        put("INSERT INTO review_facts VALUES ($1, $2, $3)", person, due, day);
        put("INSERT INTO complaint_answers VALUES ($1, '2023-01-01', $2, $3)", person, due, day);
        EXPECT_EQ(answer("plan_reviews", {2025, 6, 30}), answer("complaints_answered", {2025, 6, 30}));
        return answer("plan_reviews", {2025, 6, 30});
    };
    EXPECT_EQ(answer("plan_reviews"), kNotConcerned);
    EXPECT_EQ(of("2025-03-01", "2025-03-01"), in_time);
    EXPECT_EQ(of("2025-03-01", "2025-03-02"), late);
    EXPECT_EQ(of("2025-03-01", {}), overdue);
    EXPECT_EQ(of("2025-03-01", "2025-07-01"), overdue) << "on the reference date it was";
    EXPECT_EQ(of("2025-06-30", {}), kNotConcerned) << "its last day is not over";
    EXPECT_EQ(of("2025-09-01", {}), kNotConcerned);
    EXPECT_EQ(of("2025-09-01", "2025-05-01"), in_time);
    EXPECT_EQ(of("2024-03-01", "2024-05-01"), kNotConcerned) << "the year before told of it";
    EXPECT_EQ(of("2024-12-01", "2025-01-01"), late);
    EXPECT_EQ(of("2024-03-01", {}), overdue);
    put("INSERT INTO review_facts VALUES ($1, '2025-02-01', '2025-01-20')", person);
    EXPECT_EQ(answer("plan_reviews", {2025, 6, 30}), overdue);
    // A complaint of later days is none yet.
    forget("complaint_answers");
    put("INSERT INTO complaint_answers VALUES ($1, '2025-07-01', '2025-06-01', NULL)", person);
    EXPECT_EQ(answer("complaints_answered", {2025, 6, 30}), kNotConcerned);
}

TEST_F(FactsTest, TakeTheNewestWordAboutSharing) {
    const auto person = add(woman());
    const auto words = statistics::catalogue_of(2025)->find("consent_coverage")->categories;
    const auto said = [&](Date on = {2025, 12, 31}) {
        const auto found = answer("consent_coverage", on);
        return found < 0 ? "" : words.at(static_cast<std::size_t>(found));
    };
    const auto consent = [&](const char* id, const char* purpose, const char* answer, const char* given, std::optional<std::string> expires = {},
                             std::optional<std::string> withdrawn = {}) {
        put("INSERT INTO consents (id, person_id, purpose, basis, answer, source, how, assent, withheld, words_sealed, given_on, expires_on, recorded_by,"
            " recorded_at, withdrawn_on, withdrawn_by, version) VALUES ($1, $2, $3, $4, $5, 'individual', 'spoken', 'not_asked', '', x'00', $6, $7, 'a', $6, $8, $9, 1)",
            id, person, purpose, std::string(answer) == "not_asked" ? "legal_duty" : "consent", answer, given, expires, withdrawn,
            withdrawn ? std::optional<std::string>("a") : std::nullopt);
    };
    EXPECT_EQ(said(), "");
    consent("1", "reporting", "given", "2025-01-01");
    EXPECT_EQ(said(), "") << "another purpose";
    consent("2", "services", "given", "2025-02-01", "2025-05-31");
    EXPECT_EQ(said({2025, 1, 31}), "");
    EXPECT_EQ(said({2025, 5, 31}), "given");
    EXPECT_EQ(said({2025, 6, 1}), "") << "it has run out";
    consent("3", "services", "refused", "2025-07-01");
    EXPECT_EQ(said(), "refused");
    consent("4", "services", "not_asked", "2025-08-01");
    EXPECT_EQ(said(), "other_basis");
    consent("5", "services", "given", "2025-09-01", {}, "2025-10-01");
    EXPECT_EQ(said({2025, 9, 30}), "given");
    EXPECT_EQ(said(), "refused") << "it was withdrawn";
}

TEST_F(FactsTest, LeaveOutWhatIsToldOfPeopleWhoAreNotInTheRegister) {
    add(woman());
    const auto stranger = PersonId::make(now);
    delivered(stranger, "housing", "2021-05-01");
    put("INSERT INTO care_spells VALUES ($1, 'residential', '2025-01-10', NULL)", stranger);
    put("INSERT INTO survey_facts VALUES ($1, 6, '2025-06-01', 0.5, 0.5, 0.5)", stranger);
    put("INSERT INTO review_facts VALUES ($1, '2025-03-01', NULL)", stranger);
    EXPECT_EQ(std::ranges::count_if(only({2025, 12, 31}).answers, [](std::int32_t answer) { return answer >= 0; }), 0);
}

}  // namespace
}  // namespace homeward::apps

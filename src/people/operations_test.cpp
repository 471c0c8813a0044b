#include "people/operations.h"

#include <atomic>
#include <thread>

#include "people/operation_code.h"
#include "people/people_fixture.h"

namespace homeward::people {
namespace {

using access::Work;

struct OperationsTest : PeopleFixture {
    static OperationEntry sixth() { return {"mehr", "", 6, "Mehr-6", Date{2024, 5, 10}, "Tashkent", "Decision of 2 May 2024"}; }
    static OperationEntry umid() { return {"", "Умид йўли", {}, "Umid", {}, "", "Decision of 3 May 2024"}; }

    Result<std::string> add_operation_as(const access::Actor& actor, const OperationEntry& entry) {
        return act<std::string>(actor, [&](Work& work) { return add_operation(work, *reg, entry); });
    }
    std::string added(const OperationEntry& entry) {
        const auto id = add_operation_as(coordinator, entry);
        EXPECT_TRUE(id) << id.error().key;
        return id ? *id : std::string();
    }
    /// What is wrong with an entry, as `field: key`.
    std::string wrong(const OperationEntry& entry) {
        const auto id = add_operation_as(coordinator, entry);
        return id ? "" : id.error().field + ": " + id.error().key;
    }
    Result<std::string> correct(const std::string& id, int version, const OperationEntry& entry) {
        return act<std::string>(coordinator, [&](Work& work) { return correct_operation(work, *reg, id, version, entry); });
    }
    OperationRecord record(const std::string& id) {
        return get<OperationRecord>([&](store::Connection& db) { return get_operation(db, "UZ", id); });
    }
    NewPerson who_came_with(const std::string& id) {
        auto person = given("Каримова", "Дилноза", "");
        person.stage_id = id;
        person.arrived_on = Date{2024, 5, 10};
        return person;
    }
};

TEST_F(OperationsTest, AFurtherStageStandsInListsFiltersAndRecordsAtOnce) {
    const auto before = reg->stages();
    const auto id = added(sixth());
    EXPECT_EQ(id, "uz-mehr-6");
    const auto stage = reg->find_stage(id);
    ASSERT_TRUE(stage);
    EXPECT_EQ(stage->name, "Mehr-6");
    EXPECT_EQ(stage->on_date, (Date{2024, 5, 10}));
    EXPECT_EQ(before.size(), 6u) << "who read before keeps what they were given";
    EXPECT_EQ(reg->stages().size(), 7u);

    const auto person = add(who_came_with(id));
    RegisterFilter filter;
    filter.stage_id = id;
    EXPECT_EQ(list(coordinator, filter).items.at(0).id, person);
    filter = {};
    filter.operation = "mehr";
    EXPECT_EQ(list(coordinator, filter).total, 1u);
    std::string operation;
    reg->each([&](const PersonFacts& facts) { operation = facts.operation; });
    EXPECT_EQ(operation, "mehr");

    reload();
    EXPECT_TRUE(reg->find_stage(id));
    EXPECT_EQ(leaves("operation.added"), 1);
}

TEST_F(OperationsTest, ANewOperationGetsACodeOfItsName) {
    EXPECT_EQ(added(umid()), "uz-umid_yoli");
    EXPECT_EQ(reg->find_stage("uz-umid_yoli")->operation, "umid_yoli");
    auto next = umid();
    next.operation = "umid_yoli";
    next.name = "Umid-2";
    next.stage = 2;
    EXPECT_EQ(added(next), "uz-umid_yoli-2");
    next.name = "Umid in winter";
    next.stage.reset();
    next.on_date = Date{2024, 1, 5};
    EXPECT_EQ(added(next), "uz-umid_yoli-2024");
    next.name = "Umid in early winter";
    EXPECT_EQ(added(next), "uz-umid_yoli-2024-2");
}

TEST_F(OperationsTest, WhatIsDoubledIsRefusedInWhateverSpelling) {
    auto entry = sixth();
    entry.stage = 5;
    EXPECT_EQ(wrong(entry), "stage: operation.stage_taken");
    entry = sixth();
    entry.name = "Мехр 5";
    EXPECT_EQ(wrong(entry), "name: operation.name_taken");
    entry = umid();
    entry.operation_name = "МЕҲР";
    EXPECT_EQ(wrong(entry), "operation_name: operation.operation_exists");
    added(sixth());
    EXPECT_EQ(wrong(sixth()), "stage: operation.stage_taken");
    EXPECT_EQ(number("SELECT count(*) FROM operation_stages WHERE state = 'UZ'"), 7);
}

TEST_F(OperationsTest, DatesStandBetweenTheFirstOperationsAndAYearFromNow) {
    auto entry = sixth();
    entry.on_date = Date{2018, 12, 31};
    EXPECT_EQ(wrong(entry), "on_date: operation.date_early");
    entry.on_date = Date::of(now).plus_days(367);
    EXPECT_EQ(wrong(entry), "on_date: operation.date_late");
    entry.on_date = Date::of(now).plus_days(366);
    EXPECT_EQ(wrong(entry), "");
}

TEST_F(OperationsTest, TextsAndNumbersHaveLimits) {
    const auto with = [](auto change) {
        auto entry = sixth();
        change(entry);
        return entry;
    };
    EXPECT_EQ(wrong(with([](auto& entry) { entry.name = std::string(101, 'a'); })), "name: operation.name");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.name = " "; })), "name: operation.name");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.name = "Mehr\a6"; })), "name: operation.name");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.name = "---"; })), "name: operation.name");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.place = std::string(201, 'a'); })), "place: operation.place");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.source = std::string(501, 'a'); })), "source: operation.source");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.source = ""; })), "source: operation.source");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.stage = 0; })), "stage: operation.stage");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.stage = 100; })), "stage: operation.stage");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.operation = ""; })), "operation_name: operation.operation_name");
    EXPECT_EQ(wrong(with([](auto& entry) { entry.operation = ""; entry.operation_name = "Not by operation"; })), "operation_name: operation.operation_name");
    EXPECT_EQ(reg->stages().size(), 6u);
}

TEST_F(OperationsTest, AnotherStatesAreNotThere) {
    auto entry = sixth();
    entry.operation = "aikol";
    EXPECT_EQ(wrong(entry), "operation: operation.operation");
    EXPECT_EQ(correct("kg-aikol-4", 1, sixth()).error().key, "operation.not_found");
    store->read([&](store::Connection& db) {
        EXPECT_FALSE(get_operation(db, "UZ", "kg-aikol-4"));
        EXPECT_EQ(list_operations(db, "UZ").size(), 6u);
    });
}

TEST_F(OperationsTest, TheNewestStandsFirstInItsListWithADateOrWithout) {
    added(umid());
    store->read([](store::Connection& db) {
        const auto all = list_operations(db, "UZ");
        EXPECT_EQ(all.front().stage.id, "uz-umid_yoli");
        EXPECT_FALSE(all.front().shipped);
        EXPECT_EQ(all.at(1).stage.id, "uz-mehr-5");
        EXPECT_TRUE(all.at(1).shipped);
        EXPECT_FALSE(all.back().stage.on_date);
    });
}

TEST_F(OperationsTest, OnlyWhoImportsArrivalsAddsAndCorrects) {
    for (const auto& actor : {supervisor, worker}) EXPECT_EQ(add_operation_as(actor, sixth()).error().key, "access.not_allowed");
    const auto id = added(sixth());
    const auto refused = act<std::string>(supervisor, [&](Work& work) { return correct_operation(work, *reg, id, 1, sixth()); });
    EXPECT_EQ(refused.error().key, "access.not_allowed");
}

TEST_F(OperationsTest, AnAddedOneIsCorrectedWithItsHistoryAndItsIdFollowsItsNumber) {
    const auto id = added(sixth());
    auto entry = sixth();
    entry.place = "Termez";
    EXPECT_EQ(*correct(id, 1, entry), id);
    EXPECT_EQ(correct(id, 1, entry).error().key, "edit.changed_meanwhile");
    entry.stage = 7;
    entry.name = "Mehr-7";
    EXPECT_EQ(*correct(id, 2, entry), "uz-mehr-7");
    EXPECT_FALSE(reg->find_stage(id));
    EXPECT_EQ(reg->find_stage("uz-mehr-7")->place, "Termez");
    EXPECT_EQ(correct(id, 3, entry).error().key, "operation.not_found");
    store->read([&](store::Connection& db) {
        const auto versions = operation_versions(db, "uz-mehr-7");
        ASSERT_EQ(versions.size(), 3u);
        EXPECT_EQ(versions[0].version, 3);
        EXPECT_EQ(versions[0].changed_by, coordinator.name);
        EXPECT_NE(versions[2].content.find("Tashkent"), std::string::npos);
    });
    EXPECT_EQ(leaves("operation.corrected"), 2);
}

TEST_F(OperationsTest, TheOnlyStageOfANewOperationKeepsItsOperation) {
    const auto id = added(umid());
    auto entry = umid();
    entry.operation = "umid_yoli";
    entry.operation_name = "";
    entry.place = "Tashkent";
    EXPECT_EQ(*correct(id, 1, entry), id);
    entry.operation = "";
    entry.operation_name = "Umidlar";
    EXPECT_EQ(*correct(id, 2, entry), "uz-umidlar");
}

TEST_F(OperationsTest, OneThatPeopleCameWithOrThatCameWithTheProgramStands) {
    const auto id = added(sixth());
    EXPECT_TRUE(record(id).may_be_corrected());
    add(who_came_with(id));
    EXPECT_FALSE(record(id).may_be_corrected());
    EXPECT_EQ(correct(id, 1, sixth()).error().key, "operation.in_use");
    EXPECT_EQ(correct("uz-mehr-5", 1, sixth()).error().key, "operation.shipped");

    const auto with_a_family = added(umid());
    EXPECT_TRUE(act<FamilyId>(coordinator, [&](Work& work) { return create_family(work, *reg, with_a_family); }));
    EXPECT_EQ(correct(with_a_family, 1, umid()).error().key, "operation.in_use");
}

TEST_F(OperationsTest, WhatIsTakenBackIsNotToldToTheRegister) {
    const auto failed = act<void>(coordinator, [&](Work& work) -> Done {
        TRY(add_operation(work, *reg, sixth()));
        return conflict("test.no");
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(reg->stages().size(), 6u);
}

TEST_F(OperationsTest, AStateHasNoMoreThanAReturnCanShow) {
    auto entry = umid();
    added(entry);
    entry.operation = "umid_yoli";
    for (std::size_t count = 7; count < most_operations; ++count) {
        entry.stage = static_cast<int>(count);
        entry.name = "Umid-" + std::to_string(count);
        added(entry);
    }
    entry.stage = 98;
    entry.name = "Umid-98";
    EXPECT_EQ(add_operation_as(coordinator, entry).error().key, "operation.full");
}

TEST_F(OperationsTest, ReadersReadWholeListsWhileOthersAreAdded) {
    add(who_came_with("uz-mehr-5"));
    std::atomic<bool> done = false;
    std::atomic<int> torn = 0, rounds = 0;
    const auto read_on = [&] {
        std::size_t seen = 0;
        while (!done) {
            const auto stages = reg->stages();
            for (const auto& stage : stages) torn += stage.id.starts_with("uz-") && !stage.name.empty() ? 0 : 1;
            torn += stages.size() < seen ? 1 : 0;
            seen = stages.size();
            RegisterFilter filter;
            filter.operation = "mehr";
            torn += reg->page(coordinator, filter, {}, 10, Date{2024, 5, 14})->total == 1 ? 0 : 1;
            reg->each([&](const PersonFacts& facts) { torn += facts.operation == "mehr" ? 0 : 1; });
            ++rounds;
        }
    };
    std::thread first(read_on), second(read_on);
    while (rounds == 0) std::this_thread::yield();
    auto entry = sixth();
    for (int stage = 6; stage < 26; ++stage) {
        entry.stage = stage;
        entry.name = "Mehr-" + std::to_string(stage);
        added(entry);
    }
    done = true;
    first.join();
    second.join();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(reg->stages().size(), 26u);
}

TEST(OperationCode, IsLatinWhateverTheScript) {
    EXPECT_EQ(operation_code("Жусан"), "zhusan");
    EXPECT_EQ(operation_code("Meerim 2"), "meerim_2");
    EXPECT_EQ(operation_code("  «Үміт» "), "umit");
    EXPECT_EQ(operation_code("Oʻz yoʻl"), "oz_yol");
    EXPECT_EQ(operation_code("…"), "");
    EXPECT_EQ(operation_code(std::string(90, 'a')).size(), 40u);
    EXPECT_EQ(spelling_key("Мехр 6"), spelling_key("mehr-6"));
}

}  // namespace
}  // namespace homeward::people

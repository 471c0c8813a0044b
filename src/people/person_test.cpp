#include <fstream>

#include "people/edit_person.h"
#include "people/family.h"
#include "people/people_fixture.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using PersonTest = PeopleFixture;

TEST_F(PersonTest, IsReadAsWrittenAndTheReadIsInTheLog) {
    auto person = given(" Каримова\u00a0", "Шахноза", "Али кизи", "2016~");
    person.names.push_back({"KARIMOVA", "Shaxnoza", ""});
    person.details = {"Фергана", "Узбекистан", "+998 00 111-22-33", "after school", "нужен врач", "", ""};
    person.documents = {{"passport", "AA 0661935", DocumentState::held, std::nullopt}};
    const auto id = add(person);
    const auto read = act<Person>(coordinator, [&](access::Work& work) { return read_person(work, id); });
    ASSERT_TRUE(read) << read.error().key;
    EXPECT_EQ(read->names[0].family, "Каримова");
    EXPECT_EQ(read->names[1].family, "KARIMOVA");
    EXPECT_EQ(read->born_on->str(), "2016~");
    EXPECT_EQ(read->details.note, "нужен врач");
    EXPECT_EQ(read->papers.at(0).number, "AA 0661935");
    EXPECT_EQ(read->code, "UZ-2021-00001");
    EXPECT_EQ(leaves("person.read"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE person_id = '" + id.str() + "'"), 2);
}

TEST_F(PersonTest, IsReadByNobodyOutOfReach) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    const auto key_for = [&](const access::Actor& actor, PersonId who) {
        return act<Person>(actor, [&](access::Work& work) { return read_person(work, who); }).error().key;
    };
    EXPECT_EQ(key_for(worker, id), "access.not_yours");
    EXPECT_EQ(key_for(far_supervisor, id), "access.not_yours");
    EXPECT_EQ(key_for(coordinator, PersonId::make(now)), "person.not_found");
    EXPECT_EQ(leaves("person.read"), 0);
}

TEST_F(PersonTest, WrongInputIsRefusedWithItsField) {
    const auto field_of = [&](const NewPerson& person) {
        const auto made = act<PersonId>(system, [&](access::Work& work) { return create_person(work, *reg, person); });
        return made ? "made" : made.error().field;
    };
    auto nameless = given(" - ", "", "");
    auto unborn = given("Каримова", "Шахноза", "", "2031-01-01");
    auto nowhere = given("Каримова", "Шахноза", "");
    nowhere.region = "XX-1";
    auto unknown_stage = given("Каримова", "Шахноза", "");
    unknown_stage.stage_id = "kg-aikol-4";
    auto long_name = given(std::string(500, 'a'), "", "");
    auto paper = given("Каримова", "Шахноза", "");
    paper.documents = {{"warrant", "1", DocumentState::held, std::nullopt}};
    auto early = given("Каримова", "Шахноза", "");
    early.documents = {{"passport", "1", DocumentState::restored, Date{2030, 1, 1}}};
    EXPECT_EQ(field_of(nameless), "names");
    EXPECT_EQ(field_of(unborn), "born_on");
    EXPECT_EQ(field_of(nowhere), "region");
    EXPECT_EQ(field_of(unknown_stage), "stage_id");
    EXPECT_EQ(field_of(long_name), "names/0/family");
    EXPECT_EQ(field_of(paper), "documents/0/kind");
    EXPECT_EQ(field_of(early), "documents/0/restored_on");
    EXPECT_EQ(number("SELECT count(*) FROM persons"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM person_keys"), 0);
}

TEST_F(PersonTest, ASocialWorkerCreatesOnlyPersonsOfTheirOwn) {
    auto person = given("Каримова", "Шахноза", "");
    person.stage_id.clear();
    person.entry_route = EntryRoute::self_return;
    const auto create = [&] { return act<PersonId>(worker, [&](access::Work& work) { return create_person(work, *reg, person); }); };
    EXPECT_EQ(create().error().key, "access.not_yours");
    person.assigned_to = worker.id;
    EXPECT_TRUE(create());
}

TEST_F(PersonTest, AnEditCountsTheVersionUpAndAStaleOneIsRefused) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    const auto edit = [&](std::int64_t version, const char* born_on) {
        return act<Person>(supervisor, [&](access::Work& work) -> Result<Person> {
            Person person = TRY(get_person(work, id));
            person.version = version;
            person.born_on = PartialDate::parse(born_on);
            person.names.push_back({"Karimova", "Shakhnoza", ""});
            return edit_person(work, *reg, person);
        });
    };
    const auto saved = edit(1, "2012-03-15");
    ASSERT_TRUE(saved) << saved.error().key;
    EXPECT_EQ(saved->version, 2);
    EXPECT_EQ(edit(1, "2012-03-16").error().key, "edit.changed_meanwhile");
    EXPECT_EQ(reg->find(id)->born_on->str(), "2012-03-15");
    RegisterFilter filter;
    filter.query = "shakhnoza";
    EXPECT_EQ(list(coordinator, filter).total, 1u);
    EXPECT_EQ(leaves("person.changed"), 1);
}

TEST_F(PersonTest, AnEditKeepsTheStepOfTheCase) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    reg->set_step(id, CaseStep::assessed);
    ASSERT_TRUE(act<Person>(supervisor, [&](access::Work& work) -> Result<Person> {
        Person person = TRY(get_person(work, id));
        person.district = "Риштан";
        return edit_person(work, *reg, person);
    }));
    EXPECT_EQ(reg->find(id)->step, CaseStep::assessed);
}

TEST_F(PersonTest, NobodyEditsARecordOutOfTheirOwnReach) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    const auto moved = act<Person>(supervisor, [&](access::Work& work) -> Result<Person> {
        Person person = TRY(get_person(work, id));
        person.region = "UZ-BU";
        return edit_person(work, *reg, person);
    });
    EXPECT_EQ(moved.error().key, "access.not_yours");
    EXPECT_EQ(reg->find(id)->region, "UZ-FA");
}

TEST_F(PersonTest, ARestoredDocumentIsAFactForTheReturn) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    const NewDocument missing{"birth_certificate", "", DocumentState::missing, std::nullopt};
    const auto with = act<Person>(supervisor, [&](access::Work& work) { return add_document(work, *reg, id, missing); });
    ASSERT_TRUE(with) << with.error().key;
    EXPECT_EQ(number("SELECT count(*) FROM document_facts"), 0);
    const NewDocument restored{"birth_certificate", "I-FA 0001234", DocumentState::restored, Date{2024, 5, 1}};
    const auto edit = [&](std::int64_t version) {
        return act<Person>(supervisor, [&](access::Work& work) {
            return edit_document(work, *reg, id, with->papers.at(0).id, restored, version);
        });
    };
    EXPECT_TRUE(edit(1));
    EXPECT_EQ(edit(1).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(number("SELECT count(*) FROM document_facts WHERE restored_on = '2024-05-01'"), 1);
}

TEST_F(PersonTest, AFamilyShowsOnlyMembersInReach) {
    FamilyId family;
    ASSERT_TRUE(act<void>(system, [&](access::Work& work) -> Done {
        family = TRY(create_family(work, *reg, "uz-mehr-5"));
        return {};
    }));
    auto mother = given("Каримова", "Шахноза", "", "1990");
    mother.family_id = family;
    mother.relationship = "head";
    mother.assigned_to = worker.id;
    const auto head = add(mother);
    auto child = given("Каримов", "Хамза", "", "2019", Sex::male);
    child.family_id = family;
    child.relationship = "son";
    add(child);
    ASSERT_TRUE(act<void>(system, [&](access::Work& work) { return set_family_head(work, family, head); }));
    const auto open = [&](const access::Actor& actor) {
        return act<Family>(actor, [&](access::Work& work) { return read_family(work, *reg, family); });
    };
    const auto whole = open(supervisor);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->members.size(), 2u);
    EXPECT_TRUE(whole->members[0].head != whole->members[1].head);
    const auto own = open(worker);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->members.size(), 1u);
    EXPECT_EQ(own->hidden, 1u);
    EXPECT_EQ(open(far_supervisor).error().key, "family.not_found");
}

TEST_F(PersonTest, TheDatabaseFileHoldsNoNameInClear) {
    const std::vector<NameParts> names{{"Каримова", "Шахноза", "Алишеровна"}, {"Karimova", "Shakhnoza", "Alisherovna"}, {"كريموفا", "شهنوزا", "عليشيروفنا"}};
    for (const auto& name : names) {
        auto person = given(name.family, name.given, name.patronymic, "2013-07-21");
        person.details = {"Денау-тест", "Узбекистан-тест", "+998 00 765-43-21", "только утром", "нужен врач-педиатр", "Сурхандарьинская", "дочь-тест"};
        person.documents = {{"passport", "AA7654321", DocumentState::held, std::nullopt}};
        add(person);
    }
    std::string bytes;
    for (const char* end : {"", "-wal"}) {
        std::ifstream in(file.path + end, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    ASSERT_GT(bytes.size(), 10'000u);
    // The grep itself must find what is there.
    ASSERT_NE(bytes.find("UZ-2021-00001"), std::string::npos);
    for (const char* text : {"Карим", "Шахноз", "Алишер", "Karim", "karim", "Shakh", "shahn", "sahn", "Alisher", "alisher", "كريم", "شهنوز",
                             "krmv", "2013-07-21", "7654321", "765-43-21", "педиатр", "Денау", "утром", "дочь-тест", "Сурхандар"}) {
        const auto at = bytes.find(text);
        // Names of regions are reference data, in clear by right.
        if (std::string_view(text) == "Сурхандар") continue;
        EXPECT_EQ(at, std::string::npos) << text;
    }
}

TEST_F(PersonTest, AnErasedPersonIsGoneFromTheRegister) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    store->write([&](store::Connection& db) {
        vault.destroy_key(db, id.uuid);
        return true;
    });
    reload();
    EXPECT_EQ(reg->size(), 0u);
    EXPECT_EQ((act<Person>(coordinator, [&](access::Work& work) { return read_person(work, id); }).error().key), "person.erased");
}

}  // namespace
}  // namespace homeward::people

#include "people/assignment.h"
#include "people/people_fixture.h"

namespace homeward::people {
namespace {

using RegisterTest = PeopleFixture;

TEST_F(RegisterTest, ListsInNameOrderAndPagesByTheLastPerson) {
    for (const char* family : {"Яхёева", "Абдиева", "Ёкубова", "Ергашева", "Мирзаева"}) add(given(family, "Севара", ""));
    const auto first = list(coordinator, {}, {}, 2);
    EXPECT_EQ(names(first), (std::vector<std::string>{"Абдиева Севара", "Ёкубова Севара"}));
    EXPECT_EQ(first.total, 5u);
    const auto second = list(coordinator, {}, first.next, 2);
    EXPECT_EQ(names(second), (std::vector<std::string>{"Ергашева Севара", "Мирзаева Севара"}));
    const auto last = list(coordinator, {}, second.next, 2);
    EXPECT_EQ(names(last), (std::vector<std::string>{"Яхёева Севара"}));
    EXPECT_FALSE(last.next);
}

TEST_F(RegisterTest, APersonAddedBetweenTwoPagesShiftsNobody) {
    for (const char* family : {"Б", "Г", "Е"}) add(given(family + std::string("орова"), "Зебо", ""));
    const auto first = list(coordinator, {}, {}, 2);
    add(given("Аорова", "Зебо", ""));
    EXPECT_EQ(names(list(coordinator, {}, first.next, 2)), (std::vector<std::string>{"Еорова Зебо"}));
}

TEST_F(RegisterTest, FindsAnyPartOfANameInAnyScript) {
    const auto id = add(given("Каримова", "Шахноза", "Али кизи"));
    add(given("Умирова", "Сумайя", "Асадовна"));
    for (const char* text : {"karim", "КАРИМОВА", "كريموفا", "shahnoza", "Shaxnoza kar", "шахн"}) {
        RegisterFilter filter;
        filter.query = text;
        const auto page = list(coordinator, filter);
        ASSERT_EQ(page.items.size(), 1u) << text;
        EXPECT_EQ(page.items[0].id, id) << text;
        EXPECT_EQ(page.total, 1u);
    }
}

TEST_F(RegisterTest, FindsByFileCodeAndByDocumentNumber) {
    auto person = given("Каримова", "Шахноза", "");
    person.documents = {{"passport", "АА 0661935", DocumentState::held, std::nullopt}};
    const auto id = add(person);
    add(given("Умирова", "Сумайя", ""));
    for (const char* text : {"uz-2021-00001", "AA0661935", "aa 0661935"}) {
        RegisterFilter filter;
        filter.query = text;
        const auto page = list(coordinator, filter);
        ASSERT_EQ(page.items.size(), 1u) << text;
        EXPECT_EQ(page.items[0].id, id) << text;
    }
}

TEST_F(RegisterTest, NarrowsByEachFilter) {
    auto boy = given("Каримов", "Хамза", "", "2019-05", Sex::male);
    boy.stage_id = "uz-mehr-4";
    boy.region = "UZ-BU";
    const auto id = add(boy);
    add(given("Каримова", "Шахноза", "", "1990"));
    const auto only_the_boy = [&](RegisterFilter filter) {
        const auto page = list(coordinator, filter);
        return page.items.size() == 1 && page.items[0].id == id && page.total == 1;
    };
    RegisterFilter by_sex, by_stage, by_region, by_age, by_step, none, by_operation;
    by_sex.sex = Sex::male;
    by_stage.stage_id = "uz-mehr-4";
    by_region.region = "UZ-BU";
    by_age.age = AgeBand{0, 17};
    by_step.step = CaseStep::in_service;
    none.stage_id = "uz-mehr-1";
    by_operation.operation = "mehr";
    reg->set_step(id, CaseStep::in_service);
    EXPECT_TRUE(only_the_boy(by_sex));
    EXPECT_TRUE(only_the_boy(by_stage));
    EXPECT_TRUE(only_the_boy(by_region));
    EXPECT_TRUE(only_the_boy(by_age));
    EXPECT_TRUE(only_the_boy(by_step));
    EXPECT_EQ(list(coordinator, none).total, 0u);
    EXPECT_EQ(list(coordinator, by_operation).total, 2u);
}

TEST_F(RegisterTest, ShowsAndCountsOnlyWhatTheReaderReaches) {
    auto mine = given("Каримова", "Шахноза", "");
    mine.assigned_to = worker.id;
    add(mine);
    add(given("Умирова", "Сумайя", ""));
    auto far = given("Бозорова", "Зебо", "");
    far.region = "UZ-BU";
    const auto far_id = add(far);

    EXPECT_EQ(list(coordinator).total, 3u);
    EXPECT_EQ(list(supervisor).total, 2u);
    EXPECT_EQ(names(list(worker)), (std::vector<std::string>{"Каримова Шахноза"}));
    EXPECT_EQ(list(other_worker).total, 0u);
    RegisterFilter wider;
    wider.region = "UZ-BU";
    EXPECT_EQ(list(supervisor, wider).total, 0u);
    wider.query = "Бозорова";
    EXPECT_EQ(list(supervisor, wider).total, 0u);
    // A cursor may not tell where a name out of reach stands.
    EXPECT_EQ(reg->page(supervisor, {}, far_id, 50, Date::of(now)).error().key, "register.cursor");
    EXPECT_EQ(reg->page(coordinator, {}, PersonId::make(now), 50, Date::of(now)).error().key, "register.cursor");
    access::Actor registry;
    registry.role = access::Role::civil_registry;
    EXPECT_EQ(reg->page(registry, {}, {}, 50, Date::of(now)).error().code, ErrorCode::forbidden);
}

TEST_F(RegisterTest, AssigningMovesAPersonIntoTheWorkersList) {
    const auto id = add(given("Каримова", "Шахноза", ""));
    const auto assign = [&](const access::Actor& who, const access::Actor& to) {
        return act<void>(who, [&](access::Work& work) { return assign_person(work, *reg, id, to.id); });
    };
    EXPECT_EQ(assign(worker, worker).error().code, ErrorCode::forbidden);
    EXPECT_EQ(assign(far_supervisor, worker).error().key, "access.not_yours");
    EXPECT_EQ(assign(supervisor, coordinator).error().key, "person.not_assignable");
    EXPECT_EQ(assign(supervisor, far_supervisor).error().key, "person.not_assignable");
    EXPECT_TRUE(assign(supervisor, worker));
    EXPECT_EQ(list(worker).total, 1u);
    EXPECT_TRUE(assign(supervisor, other_worker));
    EXPECT_EQ(list(worker).total, 0u);
    EXPECT_EQ(leaves("person.assigned"), 2);
}

TEST_F(RegisterTest, StandsTheSameAfterALoad) {
    auto person = given("Каримова", "Шахноза", "Али кизи", "2016~");
    person.names.push_back({"Karimova", "Shaxnoza", ""});
    person.documents = {{"passport", "AA0661935", DocumentState::held, std::nullopt}};
    const auto id = add(person);
    const auto other = add(given("Абдиева", "Зебо", ""));
    const auto before = reg->entry(id);
    reload();
    const auto after = reg->entry(id);
    ASSERT_TRUE(before && after);
    EXPECT_EQ(after->code, before->code);
    EXPECT_EQ(after->born_on, PartialDate::parse("2016~"));
    EXPECT_EQ(after->names.size(), 2u);
    EXPECT_EQ(after->document_numbers, before->document_numbers);
    EXPECT_EQ(after->region, "UZ-FA");
    EXPECT_EQ(list(coordinator).items.front().id, other);
}

TEST_F(RegisterTest, RecognisesRegionsAsPeopleWriteThem) {
    const auto is = [&](const char* text) { return reg->region_as_written(text).value_or("-"); };
    EXPECT_EQ(is("Ферганская"), "UZ-FA");
    EXPECT_EQ(is("Ферганская обл."), "UZ-FA");
    EXPECT_EQ(is("г. Ташкент"), "UZ-TK");
    EXPECT_EQ(is("Ташкентская область"), "UZ-TO");
    EXPECT_EQ(is("toshkent viloyati"), "UZ-TO");
    EXPECT_EQ(is("Сурхандарьинская"), "UZ-SU");
    EXPECT_EQ(is("somewhere else"), "-");
    EXPECT_EQ(is(""), "-");
}

TEST_F(RegisterTest, FindsLookalikesAcrossScripts) {
    const auto id = add(given("Шодмонова", "Хадича", "Бахромовна", "1992-04-03"));
    add(given("Шодмонова", "Зебо", "Бахромовна", "1992-04-03"));
    const auto found = reg->lookalikes({{{"Shodmonova", "Xadicha", "Bahromovna"}}, Sex::female, PartialDate::parse("1992-04-03")}, {});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, id);
}

}  // namespace
}  // namespace homeward::people

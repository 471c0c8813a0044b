#pragma once
// A node of Uzbekistan with staff and no people, for tests.

#include "access/program_for_tests.h"
#include "history/history.h"
#include "people/create_person.h"
#include "people/register.h"

namespace homeward::people {

struct PeopleFixture : access::ProgramTest {
    std::optional<Register> reg;
    access::Actor coordinator, supervisor, far_supervisor, worker, other_worker;

    PeopleFixture() : ProgramTest(*Instant::parse("2024-05-14T09:30:00Z"), {vault::schema(), history::schema(), schema()}, access::Holds::records) {
        coordinator = staff("coordinator", access::Role::coordinator);
        supervisor = staff("supervisor", access::Role::supervisor, "UZ-FA");
        far_supervisor = staff("supervisor2", access::Role::supervisor, "UZ-BU");
        worker = staff("worker", access::Role::social_worker, "UZ-FA");
        other_worker = staff("worker2", access::Role::social_worker, "UZ-FA");
        reload();
    }
    void reload() {
        reg.emplace("UZ");
        reg->load(*store, vault);
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
        const auto made = act<PersonId>(system, [&](access::Work& work) { return create_person(work, *reg, person); });
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
};

}  // namespace homeward::people

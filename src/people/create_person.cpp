#include "people/create_person.h"

#include "people/add_person.h"
#include "people/duplicates.h"
#include "people/person_rules.h"
#include "people/person_store.h"
#include "people/register.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

/// `UZ-2021-00042`: State, year of arrival, running number.
std::string make_code(access::Work& work, const Register& reg, const NewPerson& person) {
    const int year = person.arrived_on.value_or(work.today()).year;
    const auto number = std::to_string(next_number(work, "person-" + std::to_string(year)));
    const std::string zeros(number.size() < 5 ? 5 - number.size() : 0, '0');
    return reg.state() + "-" + std::to_string(year) + "-" + zeros + number;
}

Done family_exists(access::Work& work, const std::optional<FamilyId>& id) {
    if (!id || work.db.query("SELECT 1 FROM families WHERE id = $1", *id).next()) return {};
    return not_found("family.not_found");
}

}  // namespace

Result<RegisterEntry> add_person(access::Work& work, const Register& reg, const NewPerson& given) {
    const NewPerson person = tidied(given);
    TRY(access::require(work.actor, access::Permission::edit_person, {person.region, person.assigned_to}));
    TRY(check_person(person, reg, work.latest_today()));
    TRY(family_exists(work, person.family_id));
    if (person.assigned_to) TRY(access::get_account(work.db, *person.assigned_to));

    const auto id = PersonId::make(work.now);
    const auto key = work.vault().create_key(work.db, id.uuid, work.now);
    const std::string code = make_code(work, reg, person);
    insert_person(work, key, id, code, person);
    work.record({"person.created", "person", id.str(), id.str(), {{"entry_route", std::string(to_string(person.entry_route))}}});
    return entry_of(id, code, person);
}

Result<PersonId> create_person(access::Work& work, Register& reg, const NewPerson& person) {
    RegisterEntry entry = TRY(add_person(work, reg, person));
    const PersonId id = entry.id;
    work.after_commit([&reg, entry = std::move(entry)]() mutable { reg.put(std::move(entry)); });
    return id;
}

Result<PersonId> create_by_hand(access::Work& work, Register& reg, const NewPerson& person) {
    RegisterEntry entry = TRY(add_person(work, reg, person));
    const PersonId id = entry.id;
    for (const auto& like : reg.lookalikes({entry.names, entry.sex, entry.born_on}, entry.document_numbers)) {
        note_duplicate(work, id, like.id, like.verdict);
    }
    work.after_commit([&reg, entry = std::move(entry)]() mutable { reg.put(std::move(entry)); });
    return id;
}

}  // namespace homeward::people

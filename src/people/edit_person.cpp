#include "people/edit_person.h"

#include "history/history.h"
#include "people/person_rules.h"
#include "people/person_store.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::Permission;

/// Those of another region, or without a social worker, may be out of the actor's reach: nobody edits a record away
/// from themselves by mistake.
Done stays_in_reach(const access::Work& work, const Person& changed) {
    return access::require(work.actor, Permission::edit_person, {changed.region, changed.assigned_to});
}

/// Names of the fields that differ, for the log; never what is in them.
std::string changed_fields(const Person& before, const Person& after) {
    std::string fields;
    const auto note = [&](bool differs, std::string_view field) {
        if (!differs) return;
        if (!fields.empty()) fields += ',';
        fields += field;
    };
    const auto texts = [](const Person& person) {
        std::vector<std::string> all;
        for (const auto& name : person.names) all.insert(all.end(), {name.family, name.given, name.patronymic});
        return all;
    };
    const auto details = [](const Person& person) {
        const auto& d = person.details;
        return std::vector<std::string>{d.birth_place, d.citizenship, d.phone, d.contact_times, d.note};
    };
    note(texts(before) != texts(after), "names");
    note(before.sex != after.sex, "sex");
    note(before.born_on != after.born_on, "born_on");
    note(details(before) != details(after), "details");
    note(before.stage_id != after.stage_id || before.arrived_on != after.arrived_on || before.entry_route != after.entry_route, "arrival");
    note(before.region != after.region || before.district != after.district, "place");
    note(before.family_id != after.family_id || before.relationship != after.relationship, "family");
    return fields;
}

/// A record as its history has it, field by field.
history::Fields history_of(const Person& person) {
    std::string names;
    for (const auto& name : person.names) names += (names.empty() ? "" : "; ") + display_name(name);
    const auto& d = person.details;
    return {{"names", names}, {"sex", std::string(to_string(person.sex))}, {"born_on", person.born_on ? person.born_on->str() : ""},
            {"birth_place", d.birth_place}, {"citizenship", d.citizenship}, {"phone", d.phone}, {"contact_times", d.contact_times}, {"note", d.note},
            {"entry_route", std::string(to_string(person.entry_route))}, {"stage_id", person.stage_id},
            {"arrived_on", person.arrived_on ? person.arrived_on->str() : ""}, {"region", person.region}, {"district", person.district},
            {"relationship", person.relationship}};
}

Result<Person> load_for_edit(access::Work& work, PersonId id) {
    TRY(require_person(work.db, work.actor, Permission::edit_person, id));
    return get_person(work, id);
}

/// The record as it stands now, also in the register once this is committed.
Result<Person> reread(access::Work& work, Register& reg, PersonId id) {
    Person person = TRY(get_person(work, id));
    work.after_commit([&reg, entry = entry_of(person)]() mutable { reg.put(std::move(entry)); });
    return person;
}

Done family_is_there(access::Work& work, const std::optional<FamilyId>& family) {
    if (!family || work.db.query("SELECT 1 FROM families WHERE id = $1", *family).next()) return {};
    return not_found("family.not_found");
}

}  // namespace

Result<Person> read_person(access::Work& work, PersonId id) {
    TRY(require_person(work.db, work.actor, Permission::read_person, id));
    Person person = TRY(get_person(work, id));
    work.record({"person.read", "person", id.str(), id.str()});
    return person;
}

Result<Person> edit_person(access::Work& work, Register& reg, const Person& given) {
    const Person before = TRY(load_for_edit(work, given.id));
    if (before.version != given.version) return conflict("edit.changed_meanwhile");
    Person changed = before;
    static_cast<NewPerson&>(changed) = tidied(given);
    changed.assigned_to = before.assigned_to;
    changed.documents.clear();
    TRY(check_person(changed, reg, work.latest_today()));
    TRY(family_is_there(work, changed.family_id));
    TRY(stays_in_reach(work, changed));

    const std::string fields = changed_fields(before, changed);
    if (fields.empty()) return before;
    const auto key = TRY(work.vault().key_of(work.db, given.id.uuid));
    TRY(update_person(work, key, changed, given.version));
    replace_names(work, key, given.id, changed.names);
    if (before.family_id && before.family_id != changed.family_id) {
        work.db.run("UPDATE families SET head_person_id = NULL WHERE id = $1 AND head_person_id = $2", *before.family_id, given.id);
    }
    TRY(history::note(work, given.id.uuid, {"person", given.id.str()}, history_of(before), history_of(changed)));
    work.record({"person.changed", "person", given.id.str(), given.id.str(), {{"fields", fields}}});
    return reread(work, reg, given.id);
}

Result<Person> add_document(access::Work& work, Register& reg, PersonId id, const NewDocument& given) {
    NewDocument document = given;
    document.number = tidy(document.number);
    TRY(require_person(work.db, work.actor, Permission::edit_person, id));
    TRY(check_document(document, work.today()));
    const auto key = TRY(work.vault().key_of(work.db, id.uuid));
    const auto made = insert_document(work, key, id, document);
    touch_person(work, id);
    work.record({"document.added", "document", made.str(), id.str(), {{"kind", document.kind}, {"state", std::string(to_string(document.state))}}});
    return reread(work, reg, id);
}

Result<Person> edit_document(access::Work& work, Register& reg, PersonId id, DocumentId document_id, const NewDocument& given,
                             std::int64_t based_on) {
    NewDocument document = given;
    document.number = tidy(document.number);
    TRY(require_person(work.db, work.actor, Permission::edit_person, id));
    TRY(check_document(document, work.today()));
    const auto key = TRY(work.vault().key_of(work.db, id.uuid));
    TRY(update_document(work, key, id, document_id, document, based_on));
    touch_person(work, id);
    work.record({"document.changed", "document", document_id.str(), id.str(),
                 {{"kind", document.kind}, {"state", std::string(to_string(document.state))}}});
    return reread(work, reg, id);
}

}  // namespace homeward::people

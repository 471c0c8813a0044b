#include "people/person_bodies.h"

#include "access/accounts.h"

namespace homeward::people {
namespace {

std::optional<std::string> known(std::string_view text) { return text.empty() ? std::nullopt : std::optional(std::string(text)); }

std::optional<int> age_of(const std::optional<PartialDate>& born_on, Date today) {
    return born_on ? std::optional(age_on(*born_on, today)) : std::nullopt;
}

DetailsBody body_of(const PersonDetails& details) {
    return {known(details.birth_place), known(details.citizenship), known(details.phone), known(details.contact_times), known(details.note),
            known(details.listed_region), known(details.listed_relationship)};
}

void apply(PersonDetails& details, const DetailsInput& input) {
    const auto set = [](std::string& text, const std::optional<std::string>& given) { if (given) text = *given; };
    set(details.birth_place, input.birth_place);
    set(details.citizenship, input.citizenship);
    set(details.phone, input.phone);
    set(details.contact_times, input.contact_times);
    set(details.note, input.note);
}

std::optional<FamilyRefBody> family_ref(access::Work& work, const std::optional<FamilyId>& id) {
    if (!id) return std::nullopt;
    return FamilyRefBody{*id, work.db.query("SELECT code FROM families WHERE id = $1", *id).value<std::string>().value_or("")};
}

std::optional<WorkerBody> worker_ref(access::Work& work, const std::optional<access::AccountId>& id) {
    if (!id) return std::nullopt;
    const auto account = access::get_account(work.db, *id);
    if (!account) return std::nullopt;
    return WorkerBody{*id, account->name, std::string(access::name_of(account->role))};
}

/// An empty text is nothing; another must parse.
template <class T>
Done apply(std::optional<T>& value, const std::optional<std::string>& given, const char* field) {
    if (!given) return {};
    if (given->empty()) {
        value.reset();
        return {};
    }
    const auto parsed = T::parse(*given);
    if (!parsed) return invalid("json.wrong_type", field, {{"expected", "a valid value"}});
    value = *parsed;
    return {};
}

}  // namespace

RegisterItemBody body_of(const RegisterItem& item, Date today) {
    return {item.id, item.code, item.name, item.sex, item.born_on, age_of(item.born_on, today), known(item.stage_id), known(item.region),
            item.family_id, item.assigned_to, item.step};
}

PersonBody body_of(access::Work& work, const Register& reg, const Person& person) {
    using access::Permission;
    const auto item = reg.find(person.id);
    const CaseStep step = item ? item->step : CaseStep::none;
    const access::Relation relation{person.region, person.assigned_to};
    PersonBody body;
    body.id = person.id;
    body.code = person.code;
    body.names = person.names;
    body.sex = person.sex;
    body.born_on = person.born_on;
    body.age = age_of(person.born_on, work.today());
    body.details = body_of(person.details);
    for (const auto& paper : person.papers) {
        body.documents.push_back({paper.id, paper.kind, known(paper.number), paper.state, paper.restored_on, paper.version});
    }
    body.entry_route = person.entry_route;
    body.stage_id = known(person.stage_id);
    body.arrived_on = person.arrived_on;
    body.region = known(person.region);
    body.district = known(person.district);
    body.family = family_ref(work, person.family_id);
    body.relationship = known(person.relationship);
    body.assigned_to = worker_ref(work, person.assigned_to);
    body.step = step;
    body.version = person.version;
    body.created_at = person.created_at;
    body.allows = {access::may(work.actor, Permission::edit_person, relation), access::may(work.actor, Permission::assign_person, relation),
                   step == CaseStep::none && access::may(work.actor, Permission::open_case, relation),
                   step != CaseStep::none && access::may(work.actor, Permission::read_case, relation)};
    return body;
}

std::vector<NameParts> names_from(const std::vector<NameInput>& names) {
    std::vector<NameParts> parts;
    for (const auto& name : names) parts.push_back({name.family.value_or(""), name.given.value_or(""), name.patronymic.value_or("")});
    return parts;
}

NewDocument document_from(const DocumentInput& input) {
    return {input.kind, input.number.value_or(""), input.state, input.restored_on};
}

NewPerson person_from(const PersonInput& input) {
    NewPerson person;
    person.names = names_from(input.names);
    person.sex = input.sex;
    person.born_on = input.born_on;
    if (input.details) apply(person.details, *input.details);
    for (const auto& document : input.documents.value_or(std::vector<DocumentInput>())) person.documents.push_back(document_from(document));
    person.entry_route = input.entry_route;
    person.stage_id = input.stage_id.value_or("");
    person.arrived_on = input.arrived_on;
    person.region = input.region.value_or("");
    person.district = input.district.value_or("");
    person.family_id = input.family_id;
    person.relationship = input.relationship.value_or("");
    person.assigned_to = input.assigned_to;
    return person;
}

Result<Person> patched(Person person, const PersonPatch& patch) {
    person.version = patch.version;
    if (patch.names) person.names = names_from(*patch.names);
    if (patch.sex) person.sex = *patch.sex;
    TRY(apply(person.born_on, patch.born_on, "born_on"));
    if (patch.details) apply(person.details, *patch.details);
    if (patch.entry_route) person.entry_route = *patch.entry_route;
    if (patch.stage_id) person.stage_id = *patch.stage_id;
    TRY(apply(person.arrived_on, patch.arrived_on, "arrived_on"));
    if (patch.region) person.region = *patch.region;
    if (patch.district) person.district = *patch.district;
    TRY(apply(person.family_id, patch.family_id, "family_id"));
    if (patch.relationship) person.relationship = *patch.relationship;
    return person;
}

}  // namespace homeward::people

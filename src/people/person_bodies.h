#pragma once
// Persons as the API writes and reads them. Only .cpp files include this.

#include "people/described.h"
#include "people/family.h"
#include "people/register.h"

namespace homeward::people {

struct RegisterItemBody {
    PersonId id;
    std::string code, name;
    Sex sex;
    std::optional<PartialDate> born_on;
    std::optional<int> age;
    std::optional<std::string> stage_id, region;
    std::optional<FamilyId> family_id;
    std::optional<access::AccountId> assigned_to;
    CaseStep step;
};
BOOST_DESCRIBE_STRUCT(RegisterItemBody, (), (id, code, name, sex, born_on, age, stage_id, region, family_id, assigned_to, step))
RegisterItemBody body_of(const RegisterItem& item, Date today);

struct DocumentBody {
    DocumentId id;
    std::string kind;
    std::optional<std::string> number;
    DocumentState state;
    std::optional<Date> restored_on;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(DocumentBody, (), (id, kind, number, state, restored_on, version))

struct DetailsBody {
    std::optional<std::string> birth_place, citizenship, phone, contact_times, note, listed_region, listed_relationship;
};
BOOST_DESCRIBE_STRUCT(DetailsBody, (), (birth_place, citizenship, phone, contact_times, note, listed_region, listed_relationship))

struct FamilyRefBody {
    FamilyId id;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(FamilyRefBody, (), (id, code))
struct WorkerBody {
    access::AccountId id;
    std::string name, role;
};
BOOST_DESCRIBE_STRUCT(WorkerBody, (), (id, name, role))

struct PersonAllows {
    bool edit, assign, open_case, read_case;
};
BOOST_DESCRIBE_STRUCT(PersonAllows, (), (edit, assign, open_case, read_case))

struct PersonBody {
    PersonId id;
    std::string code;
    std::vector<NameParts> names;
    Sex sex;
    std::optional<PartialDate> born_on;
    std::optional<int> age;
    DetailsBody details;
    std::vector<DocumentBody> documents;
    EntryRoute entry_route;
    std::optional<std::string> stage_id;
    std::optional<Date> arrived_on;
    std::optional<std::string> region, district;
    std::optional<FamilyRefBody> family;
    std::optional<std::string> relationship;
    std::optional<WorkerBody> assigned_to;
    CaseStep step;
    std::int64_t version;
    Instant created_at;
    PersonAllows allows;
};
BOOST_DESCRIBE_STRUCT(PersonBody, (), (id, code, names, sex, born_on, age, details, documents, entry_route, stage_id, arrived_on, region,
                                       district, family, relationship, assigned_to, step, version, created_at, allows))
PersonBody body_of(access::Work& work, const Register& reg, const Person& person);

struct NameInput {
    std::optional<std::string> family, given, patronymic;
};
BOOST_DESCRIBE_STRUCT(NameInput, (), (family, given, patronymic))
struct DocumentInput {
    std::string kind;
    std::optional<std::string> number;
    DocumentState state;
    std::optional<Date> restored_on;
    std::optional<std::int64_t> version;
};
BOOST_DESCRIBE_STRUCT(DocumentInput, (), (kind, number, state, restored_on, version))
struct DetailsInput {
    std::optional<std::string> birth_place, citizenship, phone, contact_times, note;
};
BOOST_DESCRIBE_STRUCT(DetailsInput, (), (birth_place, citizenship, phone, contact_times, note))

/// A new person.
struct PersonInput {
    std::vector<NameInput> names;
    Sex sex;
    std::optional<PartialDate> born_on;
    std::optional<DetailsInput> details;
    std::optional<std::vector<DocumentInput>> documents;
    EntryRoute entry_route;
    std::optional<std::string> stage_id;
    std::optional<Date> arrived_on;
    std::optional<std::string> region, district;
    std::optional<FamilyId> family_id;
    std::optional<std::string> relationship;
    std::optional<access::AccountId> assigned_to;
};
BOOST_DESCRIBE_STRUCT(PersonInput, (), (names, sex, born_on, details, documents, entry_route, stage_id, arrived_on, region, district,
                                        family_id, relationship, assigned_to))
NewPerson person_from(const PersonInput& input);

/// A change. What is absent stays; an empty text says that it is not known.
struct PersonPatch {
    std::int64_t version;
    std::optional<std::vector<NameInput>> names;
    std::optional<Sex> sex;
    std::optional<std::string> born_on;
    std::optional<DetailsInput> details;
    std::optional<EntryRoute> entry_route;
    std::optional<std::string> stage_id, arrived_on, region, district, family_id, relationship;
};
BOOST_DESCRIBE_STRUCT(PersonPatch, (), (version, names, sex, born_on, details, entry_route, stage_id, arrived_on, region, district,
                                        family_id, relationship))
/// errors    invalid `json.wrong_type` for dates and ids that are none
Result<Person> patched(Person person, const PersonPatch& patch);

std::vector<NameParts> names_from(const std::vector<NameInput>& names);
NewDocument document_from(const DocumentInput& input);

}  // namespace homeward::people

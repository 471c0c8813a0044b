#include "people/person_store.h"

#include "people/described.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

vault::Place born_on_place(PersonId id) { return {"persons", "born_on_sealed", id.str()}; }
vault::Place details_place(PersonId id) { return {"persons", "details_sealed", id.str()}; }
vault::Place name_place(PersonNameId id) { return {"person_names", "name_sealed", id.str()}; }
vault::Place number_place(DocumentId id) { return {"person_documents", "number_sealed", id.str()}; }

std::optional<Bytes> seal_birth(const vault::PersonKey& key, PersonId id, const std::optional<PartialDate>& born_on) {
    return born_on ? std::optional(key.seal(born_on_place(id), born_on->str())) : std::nullopt;
}
std::optional<Bytes> seal_number(const vault::PersonKey& key, DocumentId id, const std::string& number) {
    return number.empty() ? std::nullopt : std::optional(key.seal(number_place(id), number));
}
std::optional<std::string> null_if_empty(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

template <class T>
T read_stored(std::string_view text) {
    auto value = json::read<T>(text);
    if (!value) throw std::runtime_error("a stored value of a person cannot be read: " + value.error().key);
    return std::move(value).value();
}

std::vector<NameParts> load_names(store::Connection& db, const vault::PersonKey& key, PersonId id) {
    std::vector<NameParts> names;
    for (const auto row : db.query("SELECT id, name_sealed FROM person_names WHERE person_id = $1 ORDER BY position", id)) {
        names.push_back(name_from_json(key.open(name_place(row.get<PersonNameId>(0)), row.blob(1))));
    }
    return names;
}

std::vector<Document> load_documents(store::Connection& db, const vault::PersonKey& key, PersonId id) {
    std::vector<Document> documents;
    auto rows = db.query("SELECT id, kind, number_sealed, state, restored_on, version FROM person_documents "
                         "WHERE person_id = $1 ORDER BY id", id);
    for (const auto row : rows) {
        Document document;
        document.id = row.get<DocumentId>(0);
        document.kind = row.text(1);
        if (!row.is_null(2)) document.number = key.open(number_place(document.id), row.blob(2));
        document.state = *document_state_from(row.text(3));
        document.restored_on = row.get<std::optional<Date>>(4);
        document.version = row.integer(5);
        documents.push_back(std::move(document));
    }
    return documents;
}

constexpr std::string_view kPersonColumns =
    "SELECT code, sex, born_on_sealed, details_sealed, stage_id, arrived_on, region, district, family_id, relationship, "
    "assigned_to, entry_route, merged_into, version, created_at FROM persons WHERE id = $1";

}  // namespace

std::string name_json(const NameParts& name) { return json::write(name); }
NameParts name_from_json(std::string_view text) { return read_stored<NameParts>(text); }

std::int64_t next_number(access::Work& work, const std::string& series) {
    return *work.db.query("INSERT INTO code_numbers (series, last) VALUES ($1, 1) "
                          "ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last", series)
                .value<std::int64_t>();
}

void insert_person(access::Work& work, const vault::PersonKey& key, PersonId id, const std::string& code,
                   const NewPerson& person) {
    work.db.run("INSERT INTO persons (id, code, sex, born_on_sealed, details_sealed, stage_id, arrived_on, region, district, "
                "family_id, relationship, assigned_to, entry_route, version, created_by, created_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15)",
                id, code, to_string(person.sex), seal_birth(key, id, person.born_on),
                key.seal(details_place(id), json::write(person.details)), null_if_empty(person.stage_id), person.arrived_on,
                person.region, person.district, person.family_id, person.relationship, person.assigned_to,
                to_string(person.entry_route), work.actor.log_name(), work.now);
    int position = 0;
    for (const auto& name : person.names) add_name(work, key, id, name, position++);
    for (const auto& document : person.documents) insert_document(work, key, id, document);
}

Done update_person(access::Work& work, const vault::PersonKey& key, const Person& person, std::int64_t based_on) {
    const int changed = work.db.run(
        "UPDATE persons SET sex = $1, born_on_sealed = $2, details_sealed = $3, stage_id = $4, arrived_on = $5, region = $6, "
        "district = $7, family_id = $8, relationship = $9, entry_route = $10, version = version + 1 "
        "WHERE id = $11 AND version = $12",
        to_string(person.sex), seal_birth(key, person.id, person.born_on),
        key.seal(details_place(person.id), json::write(person.details)), null_if_empty(person.stage_id), person.arrived_on,
        person.region, person.district, person.family_id, person.relationship, to_string(person.entry_route), person.id, based_on);
    if (changed == 0) return conflict("edit.changed_meanwhile");
    return {};
}

void touch_person(access::Work& work, PersonId id) {
    work.db.run("UPDATE persons SET version = version + 1 WHERE id = $1", id);
}

void add_name(access::Work& work, const vault::PersonKey& key, PersonId id, const NameParts& name, int position) {
    const auto name_id = PersonNameId::make(work.now);
    work.db.run("INSERT INTO person_names (id, person_id, kind, name_sealed, position) VALUES ($1, $2, $3, $4, $5)", name_id, id,
                position == 0 ? "main" : "other", key.seal(name_place(name_id), name_json(name)), position);
}

void replace_names(access::Work& work, const vault::PersonKey& key, PersonId id, const std::vector<NameParts>& names) {
    work.db.run("DELETE FROM person_names WHERE person_id = $1", id);
    int position = 0;
    for (const auto& name : names) add_name(work, key, id, name, position++);
}

DocumentId insert_document(access::Work& work, const vault::PersonKey& key, PersonId person, const NewDocument& document) {
    const auto id = DocumentId::make(work.now);
    work.db.run("INSERT INTO person_documents (id, person_id, kind, number_sealed, state, restored_on, version) "
                "VALUES ($1, $2, $3, $4, $5, $6, 1)",
                id, person, document.kind, seal_number(key, id, document.number), to_string(document.state), document.restored_on);
    return id;
}

Done update_document(access::Work& work, const vault::PersonKey& key, PersonId person, DocumentId id,
                     const NewDocument& document, std::int64_t based_on) {
    const auto there = work.db.query("SELECT version FROM person_documents WHERE id = $1 AND person_id = $2", id, person)
                           .value<std::int64_t>();
    if (!there) return not_found("document.not_found");
    if (*there != based_on) return conflict("edit.changed_meanwhile");
    work.db.run("UPDATE person_documents SET kind = $1, number_sealed = $2, state = $3, restored_on = $4, version = version + 1 "
                "WHERE id = $5", document.kind, seal_number(key, id, document.number), to_string(document.state),
                document.restored_on, id);
    return {};
}

Result<Person> get_person(access::Work& work, PersonId id) {
    auto query = work.db.query(kPersonColumns, id);
    if (!query.next()) return not_found("person.not_found");
    const auto key = TRY(work.vault().key_of(work.db, id.uuid));
    const auto row = query.row();
    Person person;
    person.id = id;
    person.code = row.text(0);
    person.sex = *sex_from(row.text(1));
    if (!row.is_null(2)) person.born_on = PartialDate::parse(key.open(born_on_place(id), row.blob(2)));
    person.details = read_stored<PersonDetails>(key.open(details_place(id), row.blob(3)));
    person.stage_id = row.text(4);
    person.arrived_on = row.get<std::optional<Date>>(5);
    person.region = row.text(6);
    person.district = row.text(7);
    person.family_id = row.get<std::optional<FamilyId>>(8);
    person.relationship = row.text(9);
    person.assigned_to = row.get<std::optional<access::AccountId>>(10);
    person.entry_route = *entry_route_from(row.text(11));
    person.merged_into = row.get<std::optional<PersonId>>(12);
    person.version = row.integer(13);
    person.created_at = row.get<Instant>(14);
    person.names = load_names(work.db, key, id);
    person.papers = load_documents(work.db, key, id);
    return person;
}

Result<PersonCard> person_card(access::Work& work, PersonId id) {
    auto query = work.db.query("SELECT code, sex, born_on_sealed, region, family_id, assigned_to FROM persons WHERE id = $1", id);
    if (!query.next()) return not_found("person.not_found");
    const auto key = TRY(work.vault().key_of(work.db, id.uuid));
    const auto row = query.row();
    PersonCard card;
    card.id = id;
    card.code = row.text(0);
    card.sex = *sex_from(row.text(1));
    if (!row.is_null(2)) card.born_on = PartialDate::parse(key.open(born_on_place(id), row.blob(2)));
    card.region = row.text(3);
    card.family_id = row.get<std::optional<FamilyId>>(4);
    card.assigned_to = row.get<std::optional<access::AccountId>>(5);
    const auto names = load_names(work.db, key, id);
    if (!names.empty()) card.name = display_name(names.front());
    return card;
}

Result<PersonRelation> relation_of(store::Connection& db, PersonId id) {
    auto query = db.query("SELECT region, assigned_to, merged_into FROM persons WHERE id = $1", id);
    if (!query.next()) return not_found("person.not_found");
    const auto row = query.row();
    if (!row.is_null(2)) return conflict("person.merged", {{"into", std::string(row.text(2))}});
    PersonRelation relation{row.get<std::string>(0), row.get<std::optional<access::AccountId>>(1)};
    for (const auto named : db.query("SELECT account_id FROM person_circle WHERE person_id = $1 AND ended_at IS NULL", id)) {
        relation.circle.push_back(named.get<access::AccountId>(0));
    }
    return relation;
}

bool opens_no_records(const access::Actor& actor) {
    return actor.role == access::Role::civil_registry || actor.role == access::Role::provider;
}

Done require_person(store::Connection& db, const access::Actor& actor, access::Permission permission, PersonId id) {
    // Who holds the right nowhere learns nothing about which ids exist.
    if (opens_no_records(actor) && !may(actor, permission)) return not_found("person.not_found");
    TRY(access::require(actor, permission));
    const auto relation = TRY(relation_of(db, id));
    return access::require(actor, permission, relation);
}

}  // namespace homeward::people

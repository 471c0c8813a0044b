#pragma once
// The SQL of persons, names and documents. Rules and permissions are the actions' business.

#include "access/work.h"
#include "people/person.h"

namespace homeward::people {

/// Writes a new person under the key; version 1.
void insert_person(access::Work& work, const vault::PersonKey& key, PersonId id, const std::string& code,
                   const NewPerson& person);
/// Writes everything but names and documents, and counts the version up.
/// errors    conflict `edit.changed_meanwhile` unless the stored version is `based_on`
Done update_person(access::Work& work, const vault::PersonKey& key, const Person& person, std::int64_t based_on);
/// Counts the version up without changing anything else: something that belongs to the person changed.
void touch_person(access::Work& work, PersonId id);

/// Replaces all names; the first is the main one.
void replace_names(access::Work& work, const vault::PersonKey& key, PersonId id, const std::vector<NameParts>& names);
/// Adds another name behind those that are there.
void add_name(access::Work& work, const vault::PersonKey& key, PersonId id, const NameParts& name, int position);

DocumentId insert_document(access::Work& work, const vault::PersonKey& key, PersonId person, const NewDocument& document);
/// errors    not_found `document.not_found`; conflict `edit.changed_meanwhile`
Done update_document(access::Work& work, const vault::PersonKey& key, PersonId person, DocumentId id,
                     const NewDocument& document, std::int64_t based_on);

/// The next number of a series, from 1; `person-2021`, `family`.
std::int64_t next_number(access::Work& work, const std::string& series);

/// What stands in `name_sealed` and `details_sealed`.
std::string name_json(const NameParts& name);
NameParts name_from_json(std::string_view text);

}  // namespace homeward::people

#pragma once

#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

/// Opens a person's record and leaves a line in the log.
/// errors    forbidden; not_found `person.not_found`, `person.erased`; conflict `person.merged` (param `into`)
Result<Person> read_person(access::Work& work, PersonId id);

/// Saves a changed record: names, sex, birth date, details, arrival, region, district, family, relationship. Documents
/// and the social worker have actions of their own.
///
/// changed    the record as it shall be; `changed.version` is the version it was based on
/// returns    the record as it stands now
/// errors     as `read_person` and `create_person`; conflict `edit.changed_meanwhile`
Result<Person> edit_person(access::Work& work, Register& reg, const Person& changed);

/// Adds a document to a person.
/// errors    as `edit_person`; invalid as `check_document`
Result<Person> add_document(access::Work& work, Register& reg, PersonId id, const NewDocument& document);
/// Changes a document; `restored` with its date is what the year's return counts.
/// errors    the same; not_found `document.not_found`; conflict `edit.changed_meanwhile`
Result<Person> edit_document(access::Work& work, Register& reg, PersonId id, DocumentId document_id, const NewDocument& document,
                             std::int64_t based_on);

}  // namespace homeward::people

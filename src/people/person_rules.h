#pragma once
// What must hold of a person's record. Pure.

#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

/// Text as it is kept: without outer white space, control characters as spaces (line breaks stay).
std::string tidy(std::string_view text);
/// Every text of it tidied; names without any letter or digit, and equal ones, left out.
NewPerson tidied(NewPerson person);

/// errors    as `create_person`; `Error::field` as the API names it
Done check_person(const NewPerson& person, const Register& reg, Date today);
/// errors    invalid `person.unknown_document`, `document.restored_on_missing`, `document.restored_on_not_asked`,
///           `document.restored_in_future`, `person.too_long`
Done check_document(const NewDocument& document, Date today, const std::string& field = {});

/// What the register in memory keeps of a person. The step of the case is casework's to set.
RegisterEntry entry_of(PersonId id, const std::string& code, const NewPerson& person);
RegisterEntry entry_of(const Person& person);

}  // namespace homeward::people

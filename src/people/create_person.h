#pragma once

#include "people/person.h"

namespace homeward::people {

class Register;

/// Adds a person: makes the person's key, seals what is personal, writes the log's line, and puts the person into
/// the register in memory once the transaction has committed.
///
/// errors    forbidden unless the actor may edit such a person (`edit_person` for the region and social worker
///           given); invalid `person.name_missing`, `person.born_in_future`, `person.unknown_stage`,
///           `person.unknown_region`, `person.unknown_relationship`, `person.unknown_document`,
///           `person.too_long`; not_found `family.not_found`, `account.not_found`
Result<PersonId> create_person(access::Work& work, Register& reg, const NewPerson& person);

/// `create_person` for one who comes by themselves: whoever the register holds to be like them becomes a question for
/// the duplicates' review.
Result<PersonId> create_by_hand(access::Work& work, Register& reg, const NewPerson& person);

/// A new family without members; persons are created with its id.
///
/// stage_id   empty when the family did not come by operation
Result<FamilyId> create_family(access::Work& work, const Register& reg, const std::string& stage_id);
/// errors    not_found `family.not_found`, `person.not_found`
Done set_family_head(access::Work& work, FamilyId family, PersonId head);

/// Makes an account the person's social worker.
///
/// account   a social worker or supervisor who may sign in
/// errors    forbidden without `assign_person` here; not_found `person.not_found`; invalid `person.not_assignable`
Done assign_person(access::Work& work, Register& reg, PersonId person, access::AccountId account);

}  // namespace homeward::people

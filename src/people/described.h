#pragma once
// What JSON needs to know of the area's types. Only .cpp files include this.

#include "base/json.h"
#include "people/duplicates.h"
#include "people/import_pairs.h"
#include "people/person.h"

namespace homeward::identity {
BOOST_DESCRIBE_STRUCT(NameParts, (), (family, given, patronymic))
BOOST_DESCRIBE_ENUM(Sex, unknown, female, male)
}  // namespace homeward::identity

namespace homeward::people {
BOOST_DESCRIBE_ENUM(EntryRoute, operation, self_return, family_transfer, other)
BOOST_DESCRIBE_ENUM(DocumentState, held, missing, requested, restored)
BOOST_DESCRIBE_ENUM(CaseStep, none, opened, assessed, plan_draft, plan_submitted, plan_approved, in_service, follow_up, closure_proposed, closed)
BOOST_DESCRIBE_ENUM(DuplicateState, open, same, different)
BOOST_DESCRIBE_ENUM(PairDecision, later, same, different)
BOOST_DESCRIBE_ENUM(RowStatus, accepted, accepted_with_warning, refused)
BOOST_DESCRIBE_STRUCT(PersonDetails, (), (birth_place, citizenship, phone, contact_times, note, listed_region, listed_relationship))
}  // namespace homeward::people

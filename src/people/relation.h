#pragma once
// Where a person stands, for the question whether an actor may do something with the record.

#include <optional>
#include <string>
#include <vector>

#include "access/permission.h"
#include "base/result.h"
#include "people/ids.h"
#include "store/connection.h"

namespace homeward::people {

/// The holder of what `access::Relation` looks at:
///
///   const PersonRelation relation = TRY(relation_of(work.db, person));
///   TRY(access::require(work.actor, access::Permission::open_case, relation));
struct PersonRelation {
    std::string region;                              ///< ISO 3166-2, `UZ-FA`; empty when unknown
    std::optional<access::AccountId> assigned_to;    ///< the social worker
    std::vector<access::AccountId> circle = {};      ///< who was named beside the social worker, and works with the person still

    operator access::Relation() const { return {region, assigned_to, circle}; }  // NOLINT: meant to convert
};

/// errors    not_found `person.not_found`; conflict `person.merged` (param `into`) for one that was found to be
///           another
Result<PersonRelation> relation_of(store::Connection& db, PersonId id);

/// Whether the actor answers requests or referrals and opens no record: to them no address of a person or a file is one.
bool opens_no_records(const access::Actor& actor);

/// `relation_of` and `access::require` in one; not_found `person.not_found` for whoever opens no records.
/// errors    of both
Done require_person(store::Connection& db, const access::Actor& actor, access::Permission permission, PersonId id);

}  // namespace homeward::people

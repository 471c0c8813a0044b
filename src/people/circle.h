#pragma once
// Who works with a person beside the social worker: psychologists and second workers, named one by one by a supervisor.

#include <optional>
#include <vector>

#include "access/work.h"
#include "base/result.h"
#include "people/ids.h"

namespace homeward::people {

struct NamingTag;
using NamingId = Id<NamingTag>;

enum class CirclePart { psychologist, co_worker };

/// One naming; it stands until `ended_at`. Rows stay, so that a person can be told who ever worked with them.
struct Naming {
    NamingId id;
    PersonId person_id;
    access::AccountId account_id;
    CirclePart part = CirclePart::psychologist;
    access::AccountId named_by;
    Instant named_at;
    std::optional<access::AccountId> ended_by;
    std::optional<Instant> ended_at;
};

/// Names somebody for a person: from now on their rights of `own` reach hold here.
///
/// errors    not_found `person.not_found`; forbidden without name_circle; conflict `circle.named_already`;
///           invalid `circle.not_nameable` for who is not a psychologist (a social worker) of the region
Result<NamingId> name_in_circle(access::Work& work, PersonId person, access::AccountId account, CirclePart part);

/// Ends a naming. What was written meanwhile stays.
/// errors    not_found `circle.not_found`; forbidden; conflict `circle.ended_already`
Done end_naming(access::Work& work, NamingId id);

/// All namings for a person, those that stand first, then the newest.
std::vector<Naming> circle_of(store::Connection& db, PersonId person);
/// Whether an account stands in a person's circle in this part.
bool in_circle(store::Connection& db, PersonId person, access::AccountId account, CirclePart part);
/// Who may be named for persons of a region.
std::vector<access::Actor> nameable(store::Connection& db, const std::string& region, CirclePart part);

}  // namespace homeward::people

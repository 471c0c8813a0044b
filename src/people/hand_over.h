#pragma once

#include <span>

#include "people/register.h"

namespace homeward::people {

/// Gives a person's record to another worker, and to the place where that worker is. Asks no permission: the transfer that was
/// accepted is the right. Where the region changes, whoever was named beside the old worker works with the person no more.
///
/// district   empty: it stays as it is within a region, and is not known in another
/// errors     not_found `person.not_found`, `person.erased`; invalid `person.unknown_region`, `person.not_assignable`
Done hand_over(access::Work& work, Register& reg, PersonId person, const std::string& region, const std::string& district, access::AccountId to);

/// One person for one worker.
struct Assignment {
    PersonId person_id;
    access::AccountId account_id;
};
constexpr std::size_t kMostAssignments = 500;

/// Gives people who have no worker to workers, all or none; a line of the log for each.
///
/// errors    invalid `assignment.none`, `assignment.too_long`, `assignment.twice`; invalid `person.not_assignable` (field `assignments/3`);
///           conflict `assignment.taken` (param `count`) for those who have a worker by now; forbidden, not_found as `assign_person`
Done assign_persons(access::Work& work, Register& reg, std::span<const Assignment> assignments);

}  // namespace homeward::people

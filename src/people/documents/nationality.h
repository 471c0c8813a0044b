#pragma once

#include <optional>
#include <string>
#include <vector>

#include "people/ids.h"
#include "access/work.h"

namespace homeward::people::documents {

struct NationalityTag;
using NationalityId = Id<NationalityTag>;

/// What is known of a citizenship. It never stands before a service.
///
/// status         confirmed, under_determination, dual, statelessness_feared
/// basis          mother, father, place_of_birth, decision, document, not_known
/// since          the day from which this holds
/// citizenships   as people write them; empty when none is known
/// source         UNHCR Handbook on Protection of Stateless Persons (2014): determination takes time, and help does not wait
struct Nationality {
    std::string status, basis, citizenships, authority;
    Date since;
};
struct NationalityRecord : Nationality {
    NationalityId id;
    access::AccountId recorded_by;
    Instant recorded_at;
    std::optional<Date> legal_aid_on;
};

/// Records what is known now. Where statelessness is feared, the social worker is told to ask legal aid.
///
/// seen      the record that the reader saw; null when there was none
/// errors    forbidden; conflict `edit.changed_meanwhile`; invalid `nationality.status`, `nationality.basis`,
///           `nationality.in_future`, `nationality.citizenship_missing`, `nationality.text_long`
Result<NationalityId> record_nationality(access::Work& work, PersonId person, const Nationality& given, std::optional<NationalityId> seen);

/// Notes that legal aid was asked.
/// errors    forbidden; conflict `nationality.not_feared`, `nationality.legal_aid_asked`; invalid `nationality.in_future`
Done note_legal_aid(access::Work& work, PersonId person, Date on);

/// The newest first. Asks no permission.
Result<std::vector<NationalityRecord>> nationality_of(access::Work& work, PersonId person);

}  // namespace homeward::people::documents

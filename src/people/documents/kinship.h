#pragma once

#include <string>
#include <vector>

#include "people/ids.h"
#include "access/work.h"

namespace homeward::people::documents {

struct KinshipTag;
using KinshipId = Id<KinshipTag>;

/// How it is known who a relative is. Method, date, authority, conclusion: nothing that a laboratory measured has a
/// place here, and none may be made.
///
/// relation     mother, father, sibling, grandparent, other
/// method       papers, registry_entry, witnesses, court, laboratory
/// conclusion   confirmed, not_confirmed, inconclusive
/// source       UNHCR Best Interests Procedure Guidelines (2021): family links are assessed with the least intrusive means
struct Kinship {
    std::string relation, relative, method, authority, conclusion;
    Date on;
};
struct KinshipRecord : Kinship {
    KinshipId id;
    access::AccountId recorded_by;
    Instant recorded_at;
};

/// errors    forbidden; invalid `kinship.relation`, `kinship.method`, `kinship.conclusion`, `kinship.authority_missing`,
///           `kinship.in_future`, `kinship.text_long`
Result<KinshipId> record_kinship(access::Work& work, PersonId person, const Kinship& given);

/// The newest first. Asks no permission.
Result<std::vector<KinshipRecord>> kinship_of(access::Work& work, PersonId person);

}  // namespace homeward::people::documents

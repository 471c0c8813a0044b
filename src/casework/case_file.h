#pragma once

#include <string>

#include "access/permission.h"
#include "access/work.h"
#include "casework/ids.h"
#include "people/register.h"

namespace homeward::casework {

/// One returnee's case file. Its step is derived from what was done in it.
struct CaseFile {
    CaseId id;
    people::PersonId person_id;
    people::CaseStep step = people::CaseStep::opened;
    access::AccountId opened_by;
    Instant opened_at;
};

/// Opens the case file of a returnee.
///
/// errors    not_found; forbidden unless the returnee is the actor's to work with; conflict `case.exists`
/// source    Inter-Agency Guidelines for Case Management (2014), step 1
Result<CaseId> open_case(access::Work& work, people::Register& people, people::PersonId person);

Result<CaseFile> get_case(store::Connection& db, CaseId id);
std::optional<CaseId> find_case_of(store::Connection& db, people::PersonId person);

/// The case file, when the actor has this permission on the returnee's record.
/// errors    not_found, forbidden
Result<CaseFile> require_case(access::Work& work, CaseId id, access::Permission permission);
/// The same, and the file is not closed.
/// errors    those, and conflict `case.closed`
Result<CaseFile> require_open_case(access::Work& work, CaseId id, access::Permission permission);

/// Tells the register the step of a file after this work's commit. Every action that may move the step calls it last.
void step_may_have_moved(access::Work& work, people::Register& people, CaseId id);
/// Reads the steps of all files into the register; at start.
void load_steps(store::Connection& db, people::Register& people);

/// Seals a text of this returnee for one field, or opens it; an empty BLOB opens as the empty text.
Result<Bytes> sealed(access::Work& work, people::PersonId person, const vault::Place& place, std::string_view text);

std::vector<store::Migration> schema();

}  // namespace homeward::casework

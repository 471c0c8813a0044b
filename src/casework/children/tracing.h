#pragma once
// How a child was separated from the family, who is looked for, and how they came together again.

#include <optional>
#include <vector>

#include "casework/children/child.h"
#include "people/documents/kinship.h"

namespace homeward::casework::children {

struct SeparationTag;
struct TracingTag;
using SeparationId = Id<SeparationTag>;
using TracingId = Id<TracingTag>;

/// circumstance  conflict, death, detention, journey, left_in_care, not_known, other
/// since         as far as it is known
/// words         how, last_seen
/// source        CPIMS+ (Primero), separation history; Inter-agency Guiding Principles on Unaccompanied and Separated Children (2004)
struct NewSeparation {
    std::string circumstance;
    std::optional<PartialDate> since;
    Words words;
};
struct Separation : NewSeparation {
    SeparationId id;
    access::AccountId recorded_by;
    int version = 1;
};

/// A relative who is looked for: open, in_progress, verified, reunified, closed, in this order.
///
/// sought      mother, father, sibling, grandmother, grandfather, aunt_uncle, other_relative
/// kinship_id  the evidence that it is them: a row of the person's kinship evidence, which says method, day, authority, conclusion
/// words       name, asked_of, child_prepared, family_prepared, closing
struct Tracing {
    TracingId id;
    std::string sought, state;
    std::optional<people::documents::KinshipId> kinship_id;
    std::optional<Date> reunified_on;
    Words words;
    access::AccountId asked_by;
    Instant asked_at;
    int version = 1;
};

/// Writes or corrects how the child was separated; there is one record a child.
/// version   that the page showed; 0 where there was none
/// errors    those of require_child_to_write; conflict `edit.changed_meanwhile`; invalid
Done write_separation(access::Work& work, CaseId id, int version, const NewSeparation& separation);
/// words     name, asked_of
Result<TracingId> look_for(access::Work& work, CaseId id, const std::string& sought, const Words& words);

/// One step further, or closed.
///
/// to          the next state; `closed` from any but itself, with `closing` saying why
/// kinship_id  for `verified`: evidence of this person that was confirmed
/// on          for `reunified`: the day; needs child_prepared and family_prepared. Visits are then planned by rule
/// errors      those; not_found `tracing.not_found`; conflict `tracing.step`, `edit.changed_meanwhile`; invalid `tracing.evidence`,
///             `child.word_missing`, `child.in_future`, `tracing.day_missing`
/// source      UNHCR BIP Guidelines (2021), family reunification: verification, preparation, follow-up
struct TracingMove {
    std::string to;
    std::optional<Date> on;
    std::optional<people::documents::KinshipId> kinship_id;
    Words words;
};
Done move_tracing(access::Work& work, TracingId id, int version, const TracingMove& move);

/// When to visit after a reunification: after a week, and after one, three and six months.
std::vector<Date> visits_after(Date reunified_on);

Result<std::optional<Separation>> separation_of(access::Work& work, const CaseFile& file);
/// The newest first.
Result<std::vector<Tracing>> tracings_of(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework::children

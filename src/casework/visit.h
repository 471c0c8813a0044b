#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/need.h"

namespace homeward::casework {

/// A follow-up visit, planned or done.
struct Visit {
    VisitId id;
    Date due_on;
    std::optional<Date> done_on;
    std::optional<access::AccountId> done_by;
    std::string note;
};

/// Plans a visit.
/// errors    not_found, forbidden; conflict `case.closed`; invalid `visit.in_the_past` before today
/// source    Inter-Agency Guidelines for Case Management (2014), step 5
Result<VisitId> plan_visit(access::Work& work, CaseId id, Date due_on);

/// Notes that a visit took place.
/// errors    conflict `visit.done_already`; invalid `visit.in_the_future`, `case.text_long`
Done complete_visit(access::Work& work, people::Register& people, VisitId id, Date done_on, const std::string& note);

/// The visits of a file, the latest due first.
Result<std::vector<Visit>> visits_of(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework

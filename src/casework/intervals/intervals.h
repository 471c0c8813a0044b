#pragma once
// After how long something is looked at again. Shipped with what practice says; an installation decides for itself, and says why.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "base/result.h"
#include "casework/visits/visit_note.h"

namespace homeward::casework {

struct IntervalTag;
using IntervalId = Id<IntervalTag>;

/// in_months   otherwise days
struct IntervalRule {
    std::string_view name;
    int usual, least, most;
    bool in_months = false;
};

/// All there are, in the order in which a page shows them.
///
/// source    residential_review_months: UN Guidelines for the Alternative Care of Children (2010), paragraph 67; plan_review_days:
///           Inter-Agency Guidelines for Case Management (2014), step 5; visits: this programme's own
const std::vector<IntervalRule>& interval_rules();

/// One as it stands now.
///
/// version   how often an installation has set it; 0: as it was shipped
struct Interval {
    IntervalRule rule;
    int value = 0;
    std::string source;
    int version = 0;
    std::optional<access::AccountId> set_by = {};
    std::optional<Instant> set_at = {};
};
std::vector<Interval> all_intervals(store::Connection& db);

/// The number that holds now. Throws std::logic_error for a name that there is not.
int interval(store::Connection& db, std::string_view name);
/// The days until the next visit, as this installation has them.
NextVisitRule next_visit_rule(store::Connection& db);

/// Sets one from now on. What is due already keeps its day, but for residential care, which is counted anew each time.
///
/// errors    forbidden for whoever does not assign people in the whole State; not_found `interval.not_found`;
///           conflict `edit.changed_meanwhile`; invalid `interval.value` (params min, max), `interval.source_needed`, `case.text_long`
Done set_interval(access::Work& work, std::string_view name, int value, const std::string& source, int version);

bool may_set_intervals(const access::Actor& actor);

}  // namespace homeward::casework

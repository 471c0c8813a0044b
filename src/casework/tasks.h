#pragma once

#include <string>
#include <vector>

#include "casework/case_file.h"

namespace homeward::casework {

/// Something that waits for one member of staff.
struct Task {
    std::string kind;        ///< assess, make_plan, mend_plan, visit, approve_plan, approve_closure; services adds its own
    people::PersonId person_id;
    CaseId case_id;
    std::string subject_id;  ///< of the plan, visit, closure, order…; the file's own id otherwise
    Date due_on;
    std::string detail = {};  ///< a code that the page translates: of a service, a survey's month
};

/// From rows `l` that wait for a second person to their files `c` and people `p`, in this order: it costs what waits and not
/// what a region has. Of the people no record is read, only where they are. `$2`: everywhere; `$3`: the region.
inline const std::string kWaitingHere =
    " CROSS JOIN case_files c ON c.id = l.case_id CROSS JOIN persons p INDEXED BY persons_where ON p.id = c.person_id WHERE ($2 OR p.region = $3)";
/// For a query whose file is called `c`: what lies in a closed file waits for nobody.
inline const std::string kFileNotClosed =
    " AND NOT EXISTS (SELECT 1 FROM case_closures y WHERE y.case_id = c.id AND y.decision = 'approved' AND y.reopened_at IS NULL)";

constexpr int kAssessWithinDays = 7;    ///< of opening a file
constexpr int kPlanWithinDays = 14;     ///< of its first finding
constexpr int kDecideWithinDays = 3;    ///< of a submission, proposal or return

/// What waits for the actor in case files, earliest due first: the work on returnees assigned to them, and the
/// approvals that they may give.
std::vector<Task> tasks_of(access::Work& work);

/// What waits in the papers and the consents of those in the actor's care, where they have an open case file.
std::vector<Task> tasks_about_persons(access::Work& work);

}  // namespace homeward::casework

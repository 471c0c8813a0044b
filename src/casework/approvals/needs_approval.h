#pragma once
// The summary of needs, handed to a second person.

#include "casework/case_file.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct NeedsApprovalTag;
using NeedsApprovalId = Id<NeedsApprovalTag>;

/// One time that the findings of a file were handed over. What was recorded after `submitted_at` is not part of it.
struct NeedsApproval {
    NeedsApprovalId id;
    CaseId case_id;
    access::AccountId submitted_by;
    Instant submitted_at;
    std::optional<bool> approved;  ///< nothing while it waits; false: given back
    std::optional<access::AccountId> decided_by;
    std::optional<Instant> decided_at;
    bool own_work = false;
    std::string comment;
    bool changed_since = false;    ///< something was recorded after it was handed over
};

/// Hands the findings of a file to a second person.
/// errors    not_found; forbidden; conflict `case.closed`, `needs.waiting`, `needs.approved_already` while nothing changed since;
///           `case.not_assessed` without a finding
/// source    Inter-Agency Guidelines for Case Management (2014), step 2
Result<NeedsApprovalId> submit_needs(access::Work& work, CaseId id);

/// Approves them, or gives them back with a comment.
/// errors    not_found; forbidden; conflict `needs.decided`, `needs.own_work`, `edit.changed_meanwhile` when something was recorded
///           after they were handed over; invalid `needs.comment_needed`
Done decide_needs(access::Work& work, NeedsApprovalId id, bool approve, const std::string& comment);

/// Of a file, the newest first.
Result<std::vector<NeedsApproval>> needs_approvals_of(access::Work& work, const CaseFile& file);

std::vector<Task> tasks_of_needs_approvals(access::Work& work);

}  // namespace homeward::casework

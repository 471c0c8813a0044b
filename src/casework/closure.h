#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/need.h"

namespace homeward::casework {

enum class ClosureReason { goals_met, moved, withdrew, transferred, died };

/// A proposal to close a file, what was decided, and a later re-opening. Rows stay: they are the history.
struct Closure {
    ClosureId id;
    ClosureReason reason = ClosureReason::goals_met;
    std::string note;
    access::AccountId proposed_by;
    Instant proposed_at;
    std::optional<bool> approved;  ///< nothing while it waits
    std::optional<access::AccountId> decided_by;
    std::optional<Instant> decided_at;
    bool own_work = false;  ///< decided by whoever proposed it, by a right of the account
    std::string comment;
    std::optional<access::AccountId> reopened_by;
    std::optional<Instant> reopened_at;
    std::string reopening;
};

/// Proposes to close a file; a second person decides.
/// errors    not_found, forbidden; conflict `case.closed`, `closure.waiting`; invalid `case.text_long`
/// source    Inter-Agency Guidelines for Case Management (2014), step 6
Result<ClosureId> propose_closure(access::Work& work, people::Register& people, CaseId id, ClosureReason reason, const std::string& note);

/// Closes the file, or refuses with a comment.
/// errors    conflict `closure.decided`, `closure.own_work` without the right to decide on one's own; invalid `closure.comment_needed` for a refusal without one
Done decide_closure(access::Work& work, people::Register& people, ClosureId id, bool approve, const std::string& comment);

/// Opens a closed file again. What was there stays, the closure too.
/// errors    conflict `case.not_closed`; invalid `closure.reason_needed`
Done reopen_case(access::Work& work, people::Register& people, CaseId id, const std::string& why);

/// Why a file is closed; nothing while it is open.
std::optional<ClosureReason> closed_because(store::Connection& db, CaseId id);

/// The closures of a file, newest first.
Result<std::vector<Closure>> closures_of(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework

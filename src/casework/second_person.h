#pragma once
// What one person hands over, another decides on. Deciding on one's own work is a right of its own, and is marked.

#include <string>

#include "access/actor.h"
#include "base/result.h"

namespace homeward::casework {

/// Whether this actor may decide on what somebody handed over.
///
/// key       of the refusal: `plan.own_work`
/// returns   true when it is the actor's own work, which only a right of the account allows; the row and the log say so
/// errors    conflict `key`
inline Result<bool> second_person(const access::Actor& by, access::AccountId handed_over_by, std::string key) {
    const bool own = by.id == handed_over_by;
    if (own && !by.approves_own_work) return conflict(std::move(key));
    return own;
}
/// Whether a page offers the decision.
inline bool may_be_second(const access::Actor& by, access::AccountId handed_over_by) {
    return by.id != handed_over_by || by.approves_own_work;
}

}  // namespace homeward::casework

#pragma once
// A return beside the joint ledger, before it leaves: what everybody, and each other member State, could work out with it.

#include "statistics/ledger/joint_audit.h"
#include "statistics/returns/return_desk.h"

namespace homeward::statistics {

/// What a node has of the joint ledger without one return of its own, and that return as it would stand there.
struct BesideRegion {
    Published out;
    PublishedRelease own;
};

/// Only what hangs together with the State's own figures: its releases, public figures, and those of the States that they sum.
/// errors    not_found; those of `ReturnDesk::get`
Result<BesideRegion> beside_region(access::Work& work, const ReturnDesk& desk, ReturnId id);

/// The return with the pattern of a target, which somebody may have changed by hand.
void take_pattern(BesideRegion& beside, const Target& target);

/// member   ISO code of who tries, with its own register at hand; empty: everybody
/// opens    `ledger.opens_cell` with what is opened; nothing when nothing is
struct RegionalAttempt {
    std::string member;
    std::optional<Error> opens;
};

/// Everybody, then each State with which a public figure sums this one. What was open to everybody before is not held against the return.
/// errors    as `check_beside`, but for what is opened
Result<std::vector<RegionalAttempt>> attack_in_region(const BesideRegion& beside, const GoOn& go_on);

/// Audits a signed return beside the joint ledger as the Council will, outside any transaction, then releases it. What a figure tells
/// a member State that it sums is no reason to refuse: it is known whether the return is shown or not.
///
/// errors    those of `check_beside` and `ReturnDesk::release`; conflict `ledger.moved_on`: a step came in meanwhile
Done release_beside_region(access::Works& works, const access::Actor& actor, const ReturnDesk& desk, ReturnId id, const GoOn& go_on);

}  // namespace homeward::statistics

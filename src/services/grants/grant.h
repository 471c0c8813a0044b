#pragma once
// Loans and equipment with which somebody begins a business. They live apart from what psychologists write.

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "services/ids.h"

namespace homeward::services {

/// kind       loan, equipment
/// amount     asked for, in whole units of the currency; of equipment its worth
/// currency   ISO 4217
/// purpose    what it is for: "a small bakery"
/// goods      what is given, of equipment
struct NewGrant {
    std::optional<OrderId> order;
    std::string kind;
    std::int64_t amount = 0;
    std::string currency, purpose, goods;
};

/// One thing that happened with it.
///
/// kind       paid_out, handed_over, repaid, visit
/// business   of a visit: not_begun, at_work, paused, ended
struct GrantEvent {
    GrantEventId id;
    std::string kind;
    Date day;
    std::optional<std::int64_t> amount;
    std::optional<std::string> business;
    std::string note;
    access::AccountId written_by;
};

/// decision   granted, refused; by the body that is named. `paid_out` and `repaid` are sums of the events.
struct Grant : NewGrant {
    GrantId id;
    casework::CaseId case_id;
    std::optional<std::string> decision;
    std::optional<std::int64_t> granted;
    std::optional<Date> decided_on;
    std::string decided_by, words;
    std::int64_t paid_out = 0, repaid = 0;
    std::vector<GrantEvent> events;  ///< newest first
    int version = 1;
};

/// Begins a loan or a handing over of equipment.
/// errors    not_found; forbidden (`manage_grants`); conflict `case.closed`; invalid `grant.kind`, `grant.amount`, `grant.currency`,
///           `grant.purpose`, `grant.order` for an order of another file or service, `case.text_long`
Result<GrantId> begin_grant(access::Work& work, casework::CaseId file, NewGrant grant);

/// What the body that lends or gives decided.
struct GrantDecision {
    bool granted = false;
    std::int64_t amount = 0;
    Date on;
    std::string by, words;
};
/// errors    conflict `grant.decided`, `edit.changed_meanwhile`; invalid `grant.by`, `grant.amount`, `grant.in_the_future`
Done decide_grant(access::Work& work, GrantId id, int version, const GrantDecision& decision);

/// Notes that money was paid out or back, goods handed over, the business visited.
/// errors    conflict `grant.not_granted`, `grant.more_than_granted`, `grant.more_than_owed`, `edit.changed_meanwhile`;
///           invalid `grant.event`, `grant.amount`, `grant.business`, `grant.in_the_future`
Done add_grant_event(access::Work& work, GrantId id, int version, const GrantEvent& event);

/// Of a file, newest first. Leaves a line in the log.
/// errors    not_found; forbidden (`manage_grants`): a psychologist is not shown that there are any
Result<std::vector<Grant>> grants_of(access::Work& work, casework::CaseId file);

}  // namespace homeward::services

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "services/ids.h"

namespace homeward::services {

/// A planned service given to a provider, with a due date.
///
/// state        requested: waits for a supervisor; waiting: for a free place; ordered; delivered; refused
/// ordered_at   when it was asked for
/// decided_at   when a supervisor decided, where one had to; `approved` what
/// placed_at    when the provider was to begin
/// closed_at    when the delivery or refusal was noted
/// outcome      what came of it: helped, helped_partly, did_not_help, not_taken_up, not_known
struct Order {
    OrderId id;
    ProviderId provider_id;
    std::string provider_name;
    Date due_on;
    std::string state;
    Instant ordered_at;
    std::optional<Instant> decided_at, placed_at, closed_at;
    std::optional<Date> delivered_on;
    std::optional<std::string> refused_reason;
    std::string note, comment;
    bool asked_by_person = false;
    std::optional<std::string> outcome;
    std::optional<Date> outcome_on, outcome_due_on;
    std::string outcome_note;
    bool own = false;  ///< the actor asked for it
    int version = 1;
};

/// A service of an approved plan, its order once there is one, and the orders before it, which were refused.
struct PlannedService {
    casework::PlanServiceId id;
    std::string service;
    std::string note;
    std::optional<Date> due_on;
    std::optional<Order> order;
    std::vector<Order> refused_before;  ///< oldest first
};

/// wait              where the provider is full: to wait for a place
/// asked_by_person   the returnee asked for it; needed for what is given on request only
struct OrderWish {
    bool wait = false, asked_by_person = false;
};

/// Orders a service of an approved plan; again where an order was refused. Where the service needs approval it is
/// requested. Nothing here asks for consent: who shares nothing is helped all the same.
///
/// errors    not_found; forbidden; conflict `case.closed`, `order.plan_not_approved`, `order.exists`, `order.provider_full`;
///           invalid `order.provider` for one that does not offer it, `order.in_the_past`, `order.not_asked_for`
/// source    Inter-Agency Guidelines for Case Management (2014), step 4
Result<OrderId> order_service(access::Work& work, people::Register& people, casework::PlanServiceId planned, ProviderId provider, Date due_on,
                              OrderWish wish = {});

/// A supervisor decides on a request. Approved, it is ordered, or waits where the provider is full by now.
/// errors    not_found; forbidden (`approve_order`); conflict `order.not_requested`, `order.own_request` for one's own,
///           `edit.changed_meanwhile`; invalid `order.comment_needed` for a refusal without one
Done decide_order(access::Work& work, people::Register& people, OrderId id, int version, bool approve, const std::string& comment);

/// Takes a place that has become free for an order that waited.
/// errors    conflict `order.not_waiting`, `order.provider_full`, `edit.changed_meanwhile`
Done place_order(access::Work& work, people::Register& people, OrderId id, int version);

/// Notes that a service was given.
/// errors    conflict `order.closed`, `order.not_ordered`, `edit.changed_meanwhile`; invalid `order.in_the_future`
Done deliver_order(access::Work& work, OrderId id, int version, Date delivered_on, const std::string& note);

/// Notes that a provider refused, or the returnee declined. The service can then be ordered again.
/// errors    conflict `order.closed`, `edit.changed_meanwhile`; invalid `order.reason`
Done refuse_order(access::Work& work, OrderId id, int version, const std::string& reason, const std::string& note);

/// Notes what came of a delivered service; may be said again later.
/// errors    conflict `order.not_delivered`, `edit.changed_meanwhile`; invalid `order.outcome`, `order.in_the_future`
Done note_outcome(access::Work& work, OrderId id, int version, const std::string& outcome, Date on, const std::string& note);

/// The services of the file's approved and superseded plans that were ordered, and of the approved one all. Loans and
/// equipment only for who keeps them.
Result<std::vector<PlannedService>> services_of(access::Work& work, const casework::CaseFile& file);

}  // namespace homeward::services

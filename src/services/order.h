#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "services/ids.h"

namespace homeward::services {

/// An order: a planned service given to a provider, with a due date; delivered, or refused with a reason.
struct Order {
    OrderId id;
    ProviderId provider_id;
    std::string provider_name;
    Date due_on;
    std::string state;  ///< ordered, delivered, refused
    Instant ordered_at;
    std::optional<Instant> closed_at;  ///< when the delivery or refusal was noted
    std::optional<Date> delivered_on;
    std::optional<std::string> refused_reason;
    std::string note;
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

/// Orders a service of an approved plan; again where an order was refused.
///
/// errors    not_found; forbidden; conflict `case.closed`, `order.plan_not_approved`, `order.exists`;
///           invalid `order.provider` for one that does not offer it, `order.in_the_past`
/// source    Inter-Agency Guidelines for Case Management (2014), step 4
Result<OrderId> order_service(access::Work& work, people::Register& people, casework::PlanServiceId planned, ProviderId provider, Date due_on);

/// Notes that a service was given.
/// errors    conflict `order.closed`, `edit.changed_meanwhile`; invalid `order.in_the_future`
Done deliver_order(access::Work& work, OrderId id, int version, Date delivered_on, const std::string& note);

/// Notes that a provider refused, or the returnee declined. The service can then be ordered again.
/// errors    conflict `order.closed`, `edit.changed_meanwhile`; invalid `order.reason`
Done refuse_order(access::Work& work, OrderId id, int version, const std::string& reason, const std::string& note);

/// The services of the file's approved and superseded plans that were ordered, and of the approved one all.
Result<std::vector<PlannedService>> services_of(access::Work& work, const casework::CaseFile& file);

}  // namespace homeward::services

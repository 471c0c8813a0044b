#pragma once
// What the actions on an order share.

#include "history/history.h"
#include "services/order.h"

namespace homeward::services {

struct Standing {
    OrderId id;
    casework::CaseFile file;
    casework::PlanId plan;
    std::string service, state;
    ProviderId provider;
    access::AccountId ordered_by;
};

/// An order in the version that the actor saw.
/// errors    not_found `order.not_found`; forbidden; conflict `edit.changed_meanwhile`
Result<Standing> standing_order(access::Work& work, OrderId id, int version, access::Permission permission);

/// Notes a change of an order in the history; that of a loan or equipment in their own compartment.
Done note_change(access::Work& work, const Standing& order, const history::Fields& before, const history::Fields& after);

/// Free places of a provider for a service; nothing where it has no limit that is known.
std::optional<std::int64_t> free_places(store::Connection& db, ProviderId provider, std::string_view service, Date today);

}  // namespace homeward::services

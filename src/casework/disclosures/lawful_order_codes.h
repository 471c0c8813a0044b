#pragma once
// The words of the API for lawful orders. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/codes.h"
#include "casework/disclosures/lawful_order.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(IssuerKind, court, prosecutor, authority)
BOOST_DESCRIBE_ENUM(LawfulOrderState, recorded, proposed, disclosed, refused)
BOOST_DESCRIBE_ENUM(LawfulOrderList, waiting, to_tell, all)

/// Whether the actor is of the two roles that see orders at all.
bool sees_orders(const access::Actor& actor);
/// errors    not_found; conflict `edit.changed_meanwhile`
Result<LawfulOrder> order_in_version(access::Work& work, LawfulOrderId id, int version);
/// errors    invalid `lawful_order.field` (param `field`)
Done check_fields(const std::vector<std::string>& fields);
/// All that `disclose` asks before it writes.
Done check_disclosure(access::Work& work, LawfulOrderId id, int version, const Telling& telling);

}  // namespace homeward::casework

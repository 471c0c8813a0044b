#pragma once
// The words of the API for the enums of this area. Only .cpp files include this: it pulls Boost.Describe.

#include "base/json.h"
#include "casework/closure.h"
#include "casework/need.h"
#include "casework/plan.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(NeedDomain, documents, family, education, health, psychosocial, housing, livelihood, legal, safety)
BOOST_DESCRIBE_ENUM(NeedLevel, none, some, urgent)
BOOST_DESCRIBE_ENUM(PlanState, draft, submitted, returned, approved, superseded)
BOOST_DESCRIBE_ENUM(ClosureReason, goals_met, moved, withdrew, transferred, died)

/// A code out of the database. Throws std::runtime_error for one that is not known.
template <class E>
E code(std::string_view name) {
    const auto value = json::enum_from<E>(name);
    if (!value) throw std::runtime_error("an unknown code is stored");
    return *value;
}

}  // namespace homeward::casework

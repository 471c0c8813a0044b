#pragma once
// Words for the answers of a visit. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/codes.h"
#include "casework/visits/visit_note.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(VisitKind, home, office, phone, school)
BOOST_DESCRIBE_ENUM(VisitPurpose, after_reunification, in_care, service, assessment)
BOOST_DESCRIBE_ENUM(Wellbeing, well, mixed, hard)
BOOST_DESCRIBE_ENUM(PlanFit, on_track, slower, change)
BOOST_DESCRIBE_ENUM(Support, nothing_new, something_new, soon)
BOOST_DESCRIBE_ENUM(VisitReason, family_asked, nobody_home, staff_away, road, plan_changed, other)

/// A code of a column that may be NULL.
template <class E>
std::optional<E> code_if_any(const store::Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(code<E>(row.text(column)));
}
template <class E>
std::optional<std::string> name_if_any(const std::optional<E>& value) {
    return value ? std::optional(std::string(json::name_of(*value))) : std::nullopt;
}

/// Codes of who was met, as one column holds them.
std::vector<std::string> met_from(std::string_view column);

}  // namespace homeward::casework

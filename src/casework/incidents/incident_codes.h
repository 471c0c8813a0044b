#pragma once
// The words of the API for incidents. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/incidents/incident.h"
#include "casework/visits/visit_codes.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(IncidentPlace, school, street, online, office, media, neighbourhood, work, other)
BOOST_DESCRIBE_ENUM(IncidentKind, name_calling, exclusion, refused_service, intimidation, violence, exposure, other)
BOOST_DESCRIBE_ENUM(IncidentOutcome, stopped, settled, goes_on, handed_on)

}  // namespace homeward::casework

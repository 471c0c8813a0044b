#pragma once
// Only .cpp files include this: it pulls Boost.Describe.

#include "casework/codes.h"
#include "casework/conferences/conference.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(ConferenceState, planned, held, cancelled)
BOOST_DESCRIBE_ENUM(OutsideRole, returnee, caregiver, relative, school_teacher, doctor, local_authority, community_elder, lawyer, registry, employer, civil_society,
                    spiritual_counsellor, other)
BOOST_DESCRIBE_ENUM(AgreedState, open, done, dropped)

}  // namespace homeward::casework

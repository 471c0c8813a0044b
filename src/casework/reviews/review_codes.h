#pragma once
// Only .cpp files include this: it pulls Boost.Describe.

#include "casework/codes.h"
#include "casework/reviews/review_plan.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(ReviewOutcome, goes_on, new_plan, ready_to_close)

}  // namespace homeward::casework

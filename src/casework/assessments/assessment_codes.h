#pragma once
// The words of the API for assessments. Only .cpp files include this.

#include "casework/assessments/assessment.h"
#include "casework/codes.h"
#include "forms/answers_json.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(AssessmentState, draft, submitted, returned, approved)

}  // namespace homeward::casework

#include "casework/assessments/assessment.h"

#include "base/text.h"
#include "casework/second_person.h"

namespace homeward::casework {

Done require_being_answered(const Assessment& assessment) {
    if (assessment.state != AssessmentState::draft && assessment.state != AssessmentState::returned) return conflict("assessment.not_open");
    return {};
}

Result<bool> decide(const Assessment& assessment, const access::Actor& by, bool approve, std::string_view comment) {
    if (assessment.state != AssessmentState::submitted) return conflict("assessment.not_submitted");
    // A second person looks before a plan is built on it.
    const bool own = TRY(second_person(by, assessment.submitted_by.value(), "assessment.own_work"));
    if (!approve && trim(comment).empty()) return invalid("assessment.comment_needed", "comment");
    return own;
}

}  // namespace homeward::casework

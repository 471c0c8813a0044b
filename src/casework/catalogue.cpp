#include "casework/catalogue.h"

#include <algorithm>

namespace homeward::casework {

const std::vector<std::string_view>& catalogue() {
    static const std::vector<std::string_view> codes{
        "documents_civil_rights", "family_reunification", "school_enrolment", "catch_up_classes", "medical_care",
        "psychosocial_support", "social_aid", "housing", "legal_aid", "vocational_training", "low_interest_loan",
        "business_equipment", "job_placement", "family_counselling",
    };
    return codes;
}

bool in_catalogue(std::string_view service) { return std::ranges::find(catalogue(), service) != catalogue().end(); }

}  // namespace homeward::casework

#include "council/topics.h"

#include <algorithm>
#include <array>

namespace homeward::council {

bool is_topic(std::string_view code) {
    constexpr std::array<std::string_view, 16> topics{
        "documents", "family", "children", "education", "health", "psychosocial", "social_aid", "housing",
        "legal_aid", "livelihood", "civil_society", "narratives", "accountability", "protection", "data", "other"};
    return std::ranges::find(topics, code) != topics.end();
}

}  // namespace homeward::council

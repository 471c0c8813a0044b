#pragma once

#include <string_view>

namespace homeward::council {

/// Whether it is a code of what practices, trainings, laws and notices speak of: documents, family, children, education,
/// health, psychosocial, social_aid, housing, legal_aid, livelihood, civil_society, narratives, accountability,
/// protection, data, other.
bool is_topic(std::string_view code);

}  // namespace homeward::council

#pragma once
// The words of the API and the database for the states of a version. Only .cpp files include this.

#include <stdexcept>

#include "forms/definition_json.h"
#include "forms/store.h"

namespace homeward::forms {

BOOST_DESCRIBE_ENUM(VersionState, draft, published, retired)

/// Throws std::runtime_error for one that is not known.
inline VersionState version_state(std::string_view name) {
    const auto state = json::enum_from<VersionState>(name);
    if (!state) throw std::runtime_error("an unknown code is stored");
    return *state;
}

}  // namespace homeward::forms

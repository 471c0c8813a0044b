#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

/// Findings handed to a second person, and reviews of a plan.
void approval_routes(http::Router& router, people::Register& people);

}  // namespace homeward::casework

#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

/// Notes, sessions, successors; a psychologist's own people.
void note_routes(http::Router& router, const people::Register& people);

}  // namespace homeward::casework

#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

/// The sheet on which a visit is noted; putting visits off and cancelling them.
void visit_note_routes(http::Router& router, people::Register& people);

}  // namespace homeward::casework

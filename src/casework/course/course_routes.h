#pragma once

#include "http/router.h"

namespace homeward::casework {

/// What was changed in a record, field by field.
void course_routes(http::Router& router);

}  // namespace homeward::casework

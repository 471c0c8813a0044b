#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::casework {

/// Complaints and feedback, their receipts, the term of an answer.
void complaint_routes(http::Router& router, const people::Register& people);

}  // namespace homeward::casework

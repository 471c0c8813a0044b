#pragma once

#include "http/router.h"

namespace homeward::casework {

void assessment_routes(http::Router& router);

}  // namespace homeward::casework

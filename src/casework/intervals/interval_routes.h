#pragma once

#include "http/router.h"

namespace homeward::casework {

void interval_routes(http::Router& router);

}  // namespace homeward::casework

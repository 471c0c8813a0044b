#pragma once

#include "http/router.h"

namespace homeward::casework {

void child_routes(http::Router& router);

}  // namespace homeward::casework

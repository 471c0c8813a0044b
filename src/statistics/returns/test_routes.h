#pragma once

#include "http/router.h"
#include "statistics/returns/return_desk.h"

namespace homeward::statistics {

/// Before a return is counted: what it would cost. After: what an outsider can work out, and whether it can be broken.
void test_routes(http::Router& router, access::Works& works, ReturnDesk& desk);

}  // namespace homeward::statistics

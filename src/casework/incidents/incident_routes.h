#pragma once

#include "http/router.h"

namespace homeward::casework {

/// The log of incidents of a case file.
void incident_routes(http::Router& router);

}  // namespace homeward::casework

#pragma once

#include "http/router.h"

namespace homeward::council {

/// What the States' returns count, year by year; open to all, as the returns are.
void definition_routes(http::Router& router);

}  // namespace homeward::council

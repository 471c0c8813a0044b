#pragma once

#include "http/router.h"

namespace homeward::council {

/// What everybody may read: public figures with their sources, and the returns that States released.
void public_routes(http::Router& router);

}  // namespace homeward::council

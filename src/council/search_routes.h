#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// One box over everything: for who is signed in, and for everybody over what is open to all.
void search_routes(http::Router& router);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"
#include "store/migrate.h"

namespace homeward::council {

/// Everything the Council answers: for its members, and for everybody.
void routes(http::Router& router, const Program& program);

std::vector<store::Migration> schema();

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Good practices and lessons. Lists and pages are open to guests, who see what is published for all.
void practice_routes(http::Router& router, const Program& program);
/// Peer review, and what becomes of a reviewed text.
void practice_review_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

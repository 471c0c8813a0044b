#pragma once

#include "council/decisions/decision.h"
#include "council/program.h"
#include "http/reply.h"

namespace homeward::council {

/// One decision with all that happened to it, as far as this reader may see it.
/// errors    not_found `decision.not_found`
Result<http::Reply> decision_page(access::Work& work, const Program& program, DecisionId id);

}  // namespace homeward::council

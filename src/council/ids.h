#pragma once

#include "base/id.h"

namespace homeward::council {

struct SessionTag;
struct AgendaItemTag;
struct DecisionTag;
struct ClaimTag;
struct ReleaseTag;
using SessionId = Id<SessionTag>;
using AgendaItemId = Id<AgendaItemTag>;
using DecisionId = Id<DecisionTag>;
using ClaimId = Id<ClaimTag>;
using ReleaseId = Id<ReleaseTag>;

}  // namespace homeward::council

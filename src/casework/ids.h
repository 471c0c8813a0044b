#pragma once

#include "people/ids.h"

namespace homeward::casework {

struct CaseTag;
struct PlanTag;
struct PlanMoveTag;
struct GoalTag;
struct PlanServiceTag;
struct NeedTag;
struct VisitTag;
struct ClosureTag;
using CaseId = Id<CaseTag>;
using PlanId = Id<PlanTag>;
using PlanMoveId = Id<PlanMoveTag>;
using GoalId = Id<GoalTag>;
using PlanServiceId = Id<PlanServiceTag>;
using NeedId = Id<NeedTag>;
using VisitId = Id<VisitTag>;
using ClosureId = Id<ClosureTag>;

}  // namespace homeward::casework

#pragma once

#include "casework/ids.h"

namespace homeward::services {

struct ProviderTag;
struct OrderTag;
struct SurveyTag;
struct GrantTag;
struct GrantEventTag;
struct ReferralTag;
using ProviderId = Id<ProviderTag>;
using OrderId = Id<OrderTag>;
using SurveyId = Id<SurveyTag>;
using GrantId = Id<GrantTag>;
using GrantEventId = Id<GrantEventTag>;
using ReferralId = Id<ReferralTag>;

}  // namespace homeward::services

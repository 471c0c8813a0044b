#pragma once

#include "casework/ids.h"

namespace homeward::services {

struct ProviderTag;
struct OrderTag;
struct SurveyTag;
using ProviderId = Id<ProviderTag>;
using OrderId = Id<OrderTag>;
using SurveyId = Id<SurveyTag>;

}  // namespace homeward::services

#pragma once
// The parts of `routes`, one for each page of services.

#include "services/routes.h"

namespace homeward::services {

void provider_routes(http::Router& router);
void order_routes(http::Router& router, people::Register& people);
void grant_routes(http::Router& router);
void referral_routes(http::Router& router);

}  // namespace homeward::services

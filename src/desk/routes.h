#pragma once

#include "http/router.h"
#include "people/register.h"

namespace homeward::desk {

/// Tasks, home pages, the calendar and its feed, bottlenecks. All arguments outlive the router.
///
/// public_url   where readers reach the installation, without a slash at its end
void routes(http::Router& router, people::Register& people, const std::string& public_url);

std::vector<store::Migration> schema();

}  // namespace homeward::desk

#pragma once

#include "access/works.h"
#include "http/router.h"
#include "people/register.h"

namespace homeward::people {

/// The register, persons, families, duplicates, arrivals, export. Register and works outlive the router and the replies.
void routes(http::Router& router, Register& reg, access::Works& works);

}  // namespace homeward::people

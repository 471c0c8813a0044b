#pragma once

#include "access/works.h"
#include "http/router.h"
#include "people/register.h"

namespace homeward::people {

namespace documents { struct Chain; }

/// The register, persons, families, duplicates, arrivals, export, documents, consents. All given here outlive the router and the replies.
void routes(http::Router& router, Register& reg, access::Works& works, const documents::Chain& chain);

}  // namespace homeward::people

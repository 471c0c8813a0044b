#pragma once
// The parts of `routes`, one for each page of the register's.

#include "people/documents/chain.h"
#include "people/routes.h"

namespace homeward::people {

void register_routes(http::Router& router, Register& reg, access::Works& works);
void person_routes(http::Router& router, Register& reg);
void circle_routes(http::Router& router);
void duplicate_routes(http::Router& router, Register& reg);
void operation_routes(http::Router& router, Register& reg);
void import_routes(http::Router& router, Register& reg);
void document_routes(http::Router& router, Register& reg, const documents::Chain& chain);
void consent_routes(http::Router& router);

}  // namespace homeward::people

#pragma once
// The parts of `routes`, one for each page of the register's.

#include "people/routes.h"

namespace homeward::people {

void register_routes(http::Router& router, Register& reg, access::Works& works);
void person_routes(http::Router& router, Register& reg);
void duplicate_routes(http::Router& router, Register& reg);
void import_routes(http::Router& router, Register& reg);

}  // namespace homeward::people

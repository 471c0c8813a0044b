#include "people/routes.h"

#include "people/area_routes.h"

namespace homeward::people {

void routes(http::Router& router, Register& reg, access::Works& works) {
    register_routes(router, reg, works);
    person_routes(router, reg);
    duplicate_routes(router, reg);
    import_routes(router, reg);
}

}  // namespace homeward::people

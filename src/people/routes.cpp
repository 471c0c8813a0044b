#include "people/routes.h"

#include "people/area_routes.h"

namespace homeward::people {

void routes(http::Router& router, Register& reg, access::Works& works, const documents::Chain& chain) {
    register_routes(router, reg, works);
    person_routes(router, reg);
    circle_routes(router);
    duplicate_routes(router, reg);
    operation_routes(router, reg);
    import_routes(router, reg);
    document_routes(router, reg, chain);
    consent_routes(router);
}

}  // namespace homeward::people

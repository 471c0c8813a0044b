#include "council/returns/definition_routes.h"

#include "access/work.h"
#include "http/json_reply.h"
#include "statistics/definitions/definition_json.h"

namespace homeward::council {
namespace {

constexpr int kMaxYear = 2200;

}  // namespace

void definition_routes(http::Router& router) {
    router.open_read("GET", "/api/public/definitions", [](access::Work& work, const http::Request& request) -> Result<http::Reply> {
        const int year = TRY(http::int_query(request, "year", work.today().year, 0, kMaxYear));
        const auto catalogue = TRY(statistics::catalogue_of(year));
        // No State's own rules: what every State keeps at least, indicator by indicator.
        return http::ok(body_of(catalogue, statistics::Rules{.floor = 1, .floor_of = {}}));
    });
}

}  // namespace homeward::council

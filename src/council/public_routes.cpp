#include "council/public_routes.h"

#include "council/claims/claim.h"
#include "council/returns/release.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(Claim, (), (id, figure, about, part, value, qualifier, as_of, definition, source, source_url))
BOOST_DESCRIBE_STRUCT(Sum, (), (source, as_of, parts, value))
struct ClaimsBody {
    std::vector<Claim> items;
    std::optional<Sum> returned;
};
BOOST_DESCRIBE_STRUCT(ClaimsBody, (), (items, returned))

struct ReleaseLine {
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    Instant received_at;
    int tables = 0;
};
BOOST_DESCRIBE_STRUCT(ReleaseLine, (), (id, state, year, reference_date, received_at, tables))
struct ReleasesBody {
    std::vector<ReleaseLine> items;
};
BOOST_DESCRIBE_STRUCT(ReleasesBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

}  // namespace

void public_routes(http::Router& router) {
    router.open_read("GET", "/api/public/claims", [](Work& work, const Request&) -> Result<Reply> {
        ClaimsBody body{list_claims(work.db), std::nullopt};
        body.returned = sum_of(body.items, "returned");
        return http::ok(body);
    });
    router.open_read("GET", "/api/public/releases", [](Work& work, const Request&) -> Result<Reply> {
        ReleasesBody body;
        for (const auto& each : list_releases(work.db)) {
            body.items.push_back({each.id, each.state, each.release.year, each.release.reference_date, each.received_at,
                                  static_cast<int>(each.release.tables.size())});
        }
        return http::ok(body);
    });
    // The payload is shown as the State signed it, byte for byte.
    router.open_read("GET", "/api/public/releases/{release_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<ReleaseId>(request, "release_id"));
        const auto payload = work.db.query("SELECT payload FROM releases WHERE id = $1", id).value<std::string>();
        if (!payload) return not_found("release.not_found");
        return http::json_reply(200, *payload);
    });
}

}  // namespace homeward::council

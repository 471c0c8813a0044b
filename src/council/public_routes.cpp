#include "council/public_routes.h"

#include "council/claims/claim.h"
#include "council/returns/release.h"
#include "http/json_reply.h"
#include "statistics/returns/return_csv.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(Claim, (), (id, figure, about, part, value, qualifier, as_of, definition, source, source_url, definition_ru))
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
};
BOOST_DESCRIBE_STRUCT(ReleaseLine, (), (id, state, year, reference_date, received_at))
struct ReleasesBody {
    std::vector<ReleaseLine> items;
};
BOOST_DESCRIBE_STRUCT(ReleasesBody, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

Reply csv_of(const statistics::Release& release, const std::string& part) {
    const std::string name = release.state + "-" + std::to_string(release.year) + part + ".csv";
    return http::download("text/csv; charset=utf-8", name, statistics::tables_csv(release));
}

Result<Reply> all_tables(Work& work, const Request& request) {
    return csv_of(TRY(get_release(work.db, TRY(http::id_of<ReleaseId>(request, "release_id")))), "");
}

Result<Reply> one_table(Work& work, const Request& request) {
    auto release = TRY(get_release(work.db, TRY(http::id_of<ReleaseId>(request, "release_id"))));
    const auto& key = request.path_parameter("table_key");
    std::erase_if(release.tables, [&](const auto& table) { return table.key != key; });
    if (release.tables.empty()) return not_found("release.no_such_table");
    return csv_of(release, "-" + key);
}

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
            if (each.current) body.items.push_back({each.id, each.state, each.year, each.reference_date, each.received_at});
        }
        return http::ok(body);
    });
    // The payload is shown as the State signed it, byte for byte.
    router.open_read("GET", "/api/public/releases/{release_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::json_reply(200, TRY(get_payload(work.db, TRY(http::id_of<ReleaseId>(request, "release_id")))));
    });
    router.open_read("GET", "/api/public/releases/{release_id}/tables", all_tables);
    router.open_read("GET", "/api/public/releases/{release_id}/tables/{table_key}", one_table);
}

}  // namespace homeward::council

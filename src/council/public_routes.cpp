#include "council/public_routes.h"

#include "council/claims/claim.h"
#include "council/returns/headlines.h"
#include "council/returns/last_shown.h"
#include "http/json_reply.h"
#include "statistics/returns/formats/release_download.h"

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
struct WithdrawnLine {
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    Instant withdrawn_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawnLine, (), (id, state, year, reference_date, withdrawn_at, reason))
struct ReleasesBody {
    std::vector<ReleaseLine> items;
    std::vector<WithdrawnLine> withdrawn;
};
BOOST_DESCRIBE_STRUCT(ReleasesBody, (), (items, withdrawn))

struct FigureBody {
    std::optional<std::int64_t> value;
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(FigureBody, (), (value, hidden))
struct HeadlineBody {
    std::string indicator;
    int version = 1;
    std::string population;
    int floor = 0;
    FigureBody total;
    std::optional<FigureBody> reached;
    std::vector<std::string> crossings;
    std::size_t cells = 0, hidden = 0;
};
BOOST_DESCRIBE_STRUCT(HeadlineBody, (), (indicator, version, population, floor, total, reached, crossings, cells, hidden))
struct ReleaseHeadlines {
    ReleaseId id;
    std::string state;
    int year = 0;
    Date reference_date;
    std::vector<HeadlineBody> indicators;
};
BOOST_DESCRIBE_STRUCT(ReleaseHeadlines, (), (id, state, year, reference_date, indicators))
struct HeadlinesBody {
    std::vector<ReleaseHeadlines> items;
};
BOOST_DESCRIBE_STRUCT(HeadlinesBody, (), (items))

struct LastShownBody {
    std::string table;
    std::size_t cell = 0;
    std::int64_t value = 0;
    Date reference_date;
};
BOOST_DESCRIBE_STRUCT(LastShownBody, (), (table, cell, value, reference_date))
struct LastShownList {
    std::vector<LastShownBody> items;
};
BOOST_DESCRIBE_STRUCT(LastShownList, (), (items))

namespace {

using access::Work;
using http::Reply;
using http::Request;

FigureBody body_of(const statistics::ReleasedCell& cell) { return {cell.persons, cell.hidden()}; }

HeadlineBody body_of(const Headline& one) {
    HeadlineBody body{one.definition.indicator, one.definition.version, one.population, one.floor, body_of(one.total), {}, one.crossings, one.cells, one.hidden};
    if (one.reached) body.reached = body_of(*one.reached);
    return body;
}

Result<Reply> headlines(Work& work, const Request&) {
    HeadlinesBody body;
    for (const auto& each : list_releases(work.db)) {
        if (!each.current) continue;
        const auto release = TRY(get_release(work.db, each.id));
        ReleaseHeadlines lines{each.id, each.state, each.year, each.reference_date, {}};
        for (const auto& one : headlines_of(release)) lines.indicators.push_back(body_of(one));
        body.items.push_back(std::move(lines));
    }
    return http::ok(body);
}

/// The tables of a release as the file that is asked for: all, or the one that the path names.
Result<Reply> tables(Work& work, const Request& request, const std::string& table) {
    const auto passed = statistics::read_passed_release(TRY(get_payload(work.db, TRY(http::id_of<ReleaseId>(request, "release_id")))));
    if (!passed) throw std::runtime_error("a stored release does not read: " + passed.error().key);
    return statistics::release_download(request, *passed, (*passed)->state + "-" + std::to_string((*passed)->year), table);
}

Result<Reply> last_shown_cells(Work& work, const Request& request) {
    LastShownList body;
    for (const auto& one : TRY(last_shown(work.db, TRY(http::id_of<ReleaseId>(request, "release_id"))))) body.items.push_back({one.table, one.cell, one.persons, one.on});
    return http::ok(body);
}

Result<Reply> all_tables(Work& work, const Request& request) { return tables(work, request, {}); }
Result<Reply> one_table(Work& work, const Request& request) { return tables(work, request, request.path_parameter("table_key")); }

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
            if (each.withdrawn) body.withdrawn.push_back({each.id, each.state, each.year, each.reference_date, each.withdrawn->at, each.withdrawn->reason});
        }
        return http::ok(body);
    });
    router.open_read("GET", "/api/public/headlines", headlines);
    // The payload is shown as the State signed it, byte for byte.
    router.open_read("GET", "/api/public/releases/{release_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::json_reply(200, TRY(get_payload(work.db, TRY(http::id_of<ReleaseId>(request, "release_id")))));
    });
    router.open_read("GET", "/api/public/releases/{release_id}/last-shown", last_shown_cells);
    router.open_read("GET", "/api/public/releases/{release_id}/tables", all_tables);
    router.open_read("GET", "/api/public/releases/{release_id}/tables/{table_key}", one_table);
}

}  // namespace homeward::council

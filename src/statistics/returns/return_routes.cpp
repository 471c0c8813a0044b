#include "statistics/returns/return_routes.h"

#include "http/json_reply.h"
#include "statistics/returns/return_bodies.h"
#include "statistics/returns/return_csv.h"

namespace homeward::statistics {

struct PrepareInput {
    int year = 0;
    Date reference_date;
};
BOOST_DESCRIBE_STRUCT(PrepareInput, (), (year, reference_date))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

constexpr int kMaxYear = 2200;

Result<AnnualReturn> asked_return(Work& work, const Request& request) {
    return get_return(work.db, TRY(http::id_of<ReturnId>(request, "return_id")));
}

Result<Reply> show_list(Work& work, const Request&) {
    TRY(access::require(work.actor, Permission::read_returns));
    ReturnsBody body;
    for (const auto& annual : list_returns(work.db)) body.items.push_back(line_of(work, annual));
    return http::ok(body);
}

Result<Reply> show_definitions(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_returns));
    const int year = TRY(http::int_query(request, "year", work.today().year, 0, kMaxYear));
    return http::ok(body_of(TRY(catalogue_of(year)), Rules{}));
}

Result<Reply> show_return(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_returns));
    return http::ok(body_of(work, TRY(asked_return(work, request))));
}

Result<Reply> download_tables(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::read_returns));
    const AnnualReturn annual = TRY(asked_return(work, request));
    const std::string name = "return-" + annual.release.state + "-" + std::to_string(annual.year) + (annual.released_at ? "" : "-draft") + ".csv";
    return http::download("text/csv; charset=utf-8", name, tables_csv(annual.release));
}

Result<Reply> sign(Work& work, const Request& request) {
    TRY(sign_return(work, TRY(http::id_of<ReturnId>(request, "return_id"))));
    return http::ok(body_of(work, TRY(asked_return(work, request))));
}

}  // namespace

void return_routes(http::Router& router, access::Works& works, exchange::Exchange& exchange, std::string state, FactSource facts) {
    router.read("GET", "/api/returns", show_list);
    // Outside any transaction: the counting takes its time, and the writer is asked only to keep the result.
    router.task("POST", "/api/returns", [&works, state, facts](const access::Actor& actor, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<PrepareInput>(request));
        const auto id = TRY(prepare_return(works, actor, state, input.year, input.reference_date, facts, Rules{}));
        const auto body = TRY(works.read<ReturnBody>(actor, [id](Work& work) -> Result<ReturnBody> {
            return body_of(work, TRY(get_return(work.db, id)));
        }));
        return http::created("/api/returns/" + id.str(), body);
    });
    router.read("GET", "/api/returns/definitions", show_definitions);
    router.read("GET", "/api/returns/{return_id}", show_return);
    router.read("GET", "/api/returns/{return_id}/tables.csv", download_tables);
    router.write("POST", "/api/returns/{return_id}/signature", sign);
    router.write("POST", "/api/returns/{return_id}/release", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        TRY(release_return(work, exchange, TRY(http::id_of<ReturnId>(request, "return_id"))));
        return http::ok(body_of(work, TRY(asked_return(work, request))));
    });
}

}  // namespace homeward::statistics

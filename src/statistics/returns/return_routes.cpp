#include "statistics/returns/return_routes.h"

#include "http/json_reply.h"
#include "statistics/definitions/definition_json.h"
#include "statistics/returns/formats/release_download.h"
#include "statistics/returns/beside_region.h"
#include "statistics/returns/in_turn.h"
#include "statistics/returns/prepare_input.h"
#include "statistics/returns/return_bodies.h"
#include "statistics/returns/test_routes.h"

namespace homeward::statistics {

BOOST_DESCRIBE_STRUCT(Progress, (), (done, of))

struct ReasonInput {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonInput, (), (reason))

namespace {

using access::Actor;
using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

constexpr int kMaxYear = 2200;

Result<ReturnId> asked_id(const Request& request) { return http::id_of<ReturnId>(request, "return_id"); }

std::string ticket_of(const Request& request) { return std::string(request.query("ticket").value_or("")); }

Result<Reply> show_list(Work& work, const Request&) {
    TRY(access::require(work.actor, Permission::read_returns));
    ReturnsBody body;
    for (const auto& annual : list_returns(work.db)) body.items.push_back(line_of(work, annual));
    return http::ok(body);
}

Result<Reply> show_definitions(Work& work, const Request& request, int floor) {
    TRY(access::require(work.actor, Permission::read_returns));
    const int year = TRY(http::int_query(request, "year", work.today().year, 0, kMaxYear));
    return http::ok(body_of(TRY(catalogue_of(year)), Rules{.floor = floor, .floor_of = {}}));
}

Result<Reply> show_return(Work& work, const Request& request, const ReturnDesk& desk) {
    TRY(access::require(work.actor, Permission::read_returns));
    return http::ok(TRY(body_of(work, desk, TRY(asked_id(request)))));
}

Result<Reply> download_tables(Work& work, const Request& request, const ReturnDesk& desk) {
    TRY(access::require(work.actor, Permission::read_returns));
    const AnnualReturn annual = TRY(desk.get(work.db, TRY(asked_id(request))));
    const std::string name = "return-" + annual.release->state + "-" + std::to_string(annual.year) + (annual.released_at ? "" : "-draft");
    return release_download(request, annual.release, name);
}

/// Outside any transaction: the counting takes its time, and the writer is asked only to keep the result.
Result<Reply> prepare(access::Works& works, const Actor& actor, const Request& request, ReturnDesk& desk) {
    const auto spec = spec_of(TRY(http::body_as<PrepareInput>(request)));
    const auto id = TRY(desk.prepare(works, actor, spec, ticket_of(request)));
    const auto body = TRY(works.read<ReturnBody>(actor, [&](Work& work) { return body_of(work, desk, id); }));
    return http::created("/api/returns/" + id.str(), body);
}

/// Outside any transaction, since everything that is out is audited with it before it leaves.
Result<Reply> release(access::Works& works, const Actor& actor, const Request& request, ReturnDesk& desk) {
    const auto id = TRY(asked_id(request));
    TRY(access::require(actor, Permission::release_return));
    TRY(in_turn<void>(desk, actor, ticket_of(request), [&](const GoOn& go_on) { return release_beside_region(works, actor, desk, id, go_on); }));
    return http::ok(TRY(works.read<ReturnBody>(actor, [&](Work& work) { return body_of(work, desk, id); })));
}

/// What a person does with a return, and then the return.
using Act = std::function<Done(Work&, const Request&, ReturnId)>;
http::Handler acting(const ReturnDesk& desk, Act act) {
    return [&desk, act](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(asked_id(request));
        TRY(act(work, request, id));
        return http::ok(TRY(body_of(work, desk, id)));
    };
}

void counting_routes(http::Router& router, ReturnDesk& desk) {
    router.task("GET", "/api/returns/counting", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        TRY(access::require(actor, Permission::read_returns));
        return http::ok(desk.turns().progress(actor, ticket_of(request)));
    });
    router.task("DELETE", "/api/returns/counting", [&desk](const Actor& actor, const Request& request) -> Result<Reply> {
        TRY(access::require(actor, Permission::read_returns));
        desk.turns().end(actor, ticket_of(request));
        return http::no_content();
    });
}

}  // namespace

void return_routes(http::Router& router, access::Works& works, ReturnDesk& desk) {
    router.read("GET", "/api/returns", show_list);
    router.task("POST", "/api/returns", [&works, &desk](const Actor& actor, const Request& request) { return prepare(works, actor, request, desk); });
    counting_routes(router, desk);
    router.read("GET", "/api/returns/definitions", [&desk](Work& work, const Request& request) { return show_definitions(work, request, desk.floor()); });
    router.read("GET", "/api/returns/{return_id}", [&desk](Work& work, const Request& request) { return show_return(work, request, desk); });
    router.read("GET", "/api/returns/{return_id}/tables", [&desk](Work& work, const Request& request) { return download_tables(work, request, desk); });
    test_routes(router, works, desk);
    router.write("POST", "/api/returns/{return_id}/signature", acting(desk, [&desk](Work& work, const Request&, ReturnId id) { return desk.sign(work, id); }));
    router.task("POST", "/api/returns/{return_id}/release", [&works, &desk](const Actor& actor, const Request& request) { return release(works, actor, request, desk); });
    router.write("POST", "/api/returns/{return_id}/withdrawal", acting(desk, [&desk](Work& work, const Request& request, ReturnId id) -> Done {
        return desk.ask_withdrawal(work, id, TRY(http::body_as<ReasonInput>(request)).reason);
    }));
    router.write("POST", "/api/returns/{return_id}/withdrawal/confirmation",
                 acting(desk, [&desk](Work& work, const Request&, ReturnId id) { return desk.confirm_withdrawal(work, id); }));
}

}  // namespace homeward::statistics

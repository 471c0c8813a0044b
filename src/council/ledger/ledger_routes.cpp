#include "council/ledger/ledger_routes.h"

#include "council/ledger/ledger.h"
#include "http/json_reply.h"
#include "statistics/ledger/entry_json.h"
#include "statistics/ledger/ledger_bodies.h"

namespace homeward::council {

struct FigureAdded {
    statistics::EntryId id;
};
BOOST_DESCRIBE_STRUCT(FigureAdded, (), (id))
struct FigureWithdrawal {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(FigureWithdrawal, (), (reason))

void ledger_routes(http::Router& router, const Program& program) {
    using access::Work;
    using http::Reply;
    using http::Request;
    auto& exchange = program.exchange;
    router.open_read("GET", "/api/public/ledger", [&exchange](Work& work, const Request& request) { return statistics::ledger_page(work, request, exchange.members()); });
    router.open_read("GET", "/api/public/ledger/check", [&exchange](Work& work, const Request& request) { return statistics::ledger_check(work, request, exchange.members()); });
    router.open_read("GET", "/api/public/ledger/file", [&exchange](Work& work, const Request&) { return statistics::ledger_download(work, exchange.members()); });
    router.task("POST", "/api/ledger/figures", [&exchange, works = program.works](const access::Actor& actor, const Request& request) -> Result<Reply> {
        const auto figure = statistics::figure_of(TRY(http::body_as<statistics::FigureText>(request)));
        return http::ok(FigureAdded{TRY(publish_figure(*works, actor, exchange, figure))});
    });
    router.write("POST", "/api/ledger/figures/{entry_id}/withdrawal", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<statistics::EntryId>(request, "entry_id"));
        TRY(withdraw_figure(work, exchange, id, TRY(http::body_as<FigureWithdrawal>(request)).reason));
        return http::no_content();
    });
}

}  // namespace homeward::council

#include "actions/routes.h"

#include "access/permission.h"
#include "actions/action_json.h"
#include "http/json_reply.h"

namespace homeward::actions {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

}  // namespace

void node_routes(http::Router& router, exchange::Exchange& exchange) {
    router.read("GET", "/api/actions", [](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_actions));
        ActionsBody body;
        for (const auto& action : list_actions(work.db, "")) {
            body.items.push_back(body_of(action, work.today(), may(work.actor, Permission::report_progress)));
        }
        return http::ok(body);
    });
    router.write("POST", "/api/actions/{action_id}/progress", [&exchange](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<ReportInput>(request));
        const auto id = TRY(http::id_of<ActionId>(request, "action_id"));
        TRY(report_progress(work, exchange, id, progress_of(input)));
        return http::ok(body_of(TRY(get_action(work.db, id)), work.today(), true));
    });
}

}  // namespace homeward::actions

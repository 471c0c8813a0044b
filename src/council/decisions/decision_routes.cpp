#include "council/decisions/decision_routes.h"

#include "council/decisions/decision_json.h"
#include "council/decisions/decision_list.h"
#include "council/decisions/decision_page.h"
#include "council/decisions/hall.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

struct DecisionsBody {
    std::vector<DecisionBody> items;
    std::optional<std::string> next;
    bool may_edit = false;
    std::vector<Date> record_days;  ///< of the session asked for, on which this reader may record what was decided there
};
BOOST_DESCRIBE_STRUCT(DecisionsBody, (), (items, next, may_edit, record_days))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

Result<Reply> list(Work& work, const Program& program, const Request& request) {
    DecisionFilter filter{text_query(request, "state"), {}, TRY(http::id_query<SessionId>(request, "session_id")), text_query(request, "q"),
                          text_query(request, "cursor"), TRY(http::int_query(request, "limit", 20, 1, 100))};
    if (const auto year = request.query("year"); year && !year->empty()) filter.year = TRY(http::int_query(request, "year", 0, 2000, 2999));
    const auto page = TRY(list_decisions(work, filter));
    DecisionsBody body{{}, {}, may(work.actor, Permission::edit_council), {}};
    for (const auto& decision : page.items) body.items.push_back(decision_body(work, decision));
    if (!page.next.empty()) body.next = page.next;
    if (body.may_edit && filter.session) {
        if (const auto session = get_session(work.db, *filter.session)) body.record_days = hall_days(work.db, program.exchange, *session, work.now);
    }
    return http::ok(body);
}

}  // namespace

void decision_routes(http::Router& router, const Program& program) {
    router.read("GET", "/api/decisions", [program](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return list(work, program, request);
    });
    router.read("GET", "/api/decisions/{decision_id}", [program](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        return decision_page(work, program, TRY(http::id_of<DecisionId>(request, "decision_id")));
    });
    // For everybody: adopted decisions that were opened to all. A guest holds no other word.
    router.open_read("GET", "/api/public/decisions", [program](Work& work, const Request& request) { return list(work, program, request); });
    router.open_read("GET", "/api/public/decisions/{decision_id}", [program](Work& work, const Request& request) -> Result<Reply> {
        return decision_page(work, program, TRY(http::id_of<DecisionId>(request, "decision_id")));
    });
    decision_write_routes(router, program);
}

}  // namespace homeward::council

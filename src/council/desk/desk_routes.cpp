#include "council/desk/desk_routes.h"

#include "council/desk/desk.h"
#include "council/requests.h"
#include "http/json_reply.h"

namespace homeward::council {

BOOST_DESCRIBE_STRUCT(DeskItem, (), (kind, title, path, state, due_on))
BOOST_DESCRIBE_STRUCT(NextSession, (), (id, title, place, starts_on, ends_on))
struct DeskBody {
    std::vector<DeskItem> items;
    std::optional<NextSession> next_session;
};
BOOST_DESCRIBE_STRUCT(DeskBody, (), (items, next_session))

void desk_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/desk", [&exchange](access::Work& work, const http::Request& request) -> Result<http::Reply> {
        TRY(access::require(work.actor, access::Permission::read_council));
        const std::string language = language_of(work, request);
        return http::ok(DeskBody{desk_of(work, exchange.members(), language), next_session(work, language)});
    });
}

}  // namespace homeward::council

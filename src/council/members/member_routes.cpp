#include "council/members/member_routes.h"

#include "access/permission.h"
#include "http/json_reply.h"

namespace homeward::council {

struct MemberBody {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(MemberBody, (), (id, name))
struct MembersBody {
    std::vector<MemberBody> items;
};
BOOST_DESCRIBE_STRUCT(MembersBody, (), (items))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

}  // namespace

void member_routes(http::Router& router, const Program& program) {
    auto& exchange = program.exchange;
    router.read("GET", "/api/members", [&exchange](Work& work, const Request&) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::read_council));
        MembersBody body;
        for (const auto& member : exchange.members().members()) {
            if (member.id != exchange.self()) body.items.push_back({member.id, member.name});
        }
        return http::ok(body);
    });
}

}  // namespace homeward::council

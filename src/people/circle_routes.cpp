#include "access/accounts.h"
#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/circle.h"
#include "people/relation.h"

namespace homeward::people {

BOOST_DESCRIBE_ENUM(CirclePart, psychologist, co_worker)

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct Member {
    access::AccountId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, name))
struct NamingBody {
    NamingId id;
    CirclePart part;
    Member who, named_by;
    Instant named_at;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(NamingBody, (), (id, part, who, named_by, named_at, ended_at))
struct Candidate {
    access::AccountId id;
    std::string name;
    CirclePart part;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (id, name, part))
struct CircleAllows {
    bool name = false;
};
BOOST_DESCRIBE_STRUCT(CircleAllows, (), (name))
struct CircleBody {
    std::vector<NamingBody> items;
    std::vector<Candidate> candidates;
    CircleAllows allows;
};
BOOST_DESCRIBE_STRUCT(CircleBody, (), (items, candidates, allows))
struct NamingInput {
    access::AccountId account_id;
    CirclePart part;
};
BOOST_DESCRIBE_STRUCT(NamingInput, (), (account_id, part))

Member member(store::Connection& db, access::AccountId id) {
    const auto account = access::get_account(db, id);
    return {id, account ? account->name : std::string()};
}

Result<Reply> circle_reply(Work& work, PersonId person) {
    const PersonRelation relation = TRY(relation_of(work.db, person));
    CircleBody body;
    for (const auto& naming : circle_of(work.db, person)) {
        body.items.push_back({naming.id, naming.part, member(work.db, naming.account_id), member(work.db, naming.named_by), naming.named_at, naming.ended_at});
    }
    body.allows.name = may(work.actor, Permission::name_circle, relation);
    if (body.allows.name) {
        for (const auto part : {CirclePart::psychologist, CirclePart::co_worker}) {
            for (const auto& account : nameable(work.db, relation.region, part)) {
                if (account.id != relation.assigned_to && !in_circle(work.db, person, account.id, part)) body.candidates.push_back({account.id, account.name, part});
            }
        }
    }
    return http::ok(body);
}

}  // namespace

void circle_routes(http::Router& router) {
    router.read("GET", "/api/persons/{person_id}/circle", [](Work& work, const Request& request) -> Result<Reply> {
        const auto person = TRY(http::id_of<PersonId>(request, "person_id"));
        TRY(require_person(work.db, work.actor, Permission::read_person, person));
        return circle_reply(work, person);
    });
    router.write("POST", "/api/persons/{person_id}/circle", [](Work& work, const Request& request) -> Result<Reply> {
        const auto person = TRY(http::id_of<PersonId>(request, "person_id"));
        const auto input = TRY(http::body_as<NamingInput>(request));
        TRY(name_in_circle(work, person, input.account_id, input.part));
        return circle_reply(work, person);
    });
    router.write("POST", "/api/circle/{naming_id}/end", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(end_naming(work, TRY(http::id_of<NamingId>(request, "naming_id"))));
        return http::no_content();
    });
}

}  // namespace homeward::people

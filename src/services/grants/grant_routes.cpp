#include "access/accounts.h"
#include "base/json.h"
#include "http/json_reply.h"
#include "people/relation.h"
#include "services/area_routes.h"
#include "services/grants/grant.h"

namespace homeward::services {

struct GrantEventBody {
    GrantEventId id;
    std::string kind;
    Date day;
    std::optional<std::int64_t> amount;
    std::optional<std::string> business;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(GrantEventBody, (), (id, kind, day, amount, business, note))
struct GrantBody {
    GrantId id;
    std::optional<OrderId> order_id;
    std::string kind;
    std::int64_t amount;
    std::string currency, purpose, goods;
    std::optional<std::string> decision;
    std::optional<std::int64_t> granted;
    std::optional<Date> decided_on;
    std::string decided_by, words;
    std::int64_t paid_out, repaid, owed;
    std::vector<GrantEventBody> events;
    int version;
};
BOOST_DESCRIBE_STRUCT(GrantBody, (), (id, order_id, kind, amount, currency, purpose, goods, decision, granted, decided_on, decided_by, words, paid_out, repaid,
                                      owed, events, version))
struct GrantsBody {
    std::vector<GrantBody> items;
    bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(GrantsBody, (), (items, may_write))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct GrantInput {
    std::optional<OrderId> order_id;
    std::string kind;
    std::int64_t amount;
    std::string currency, purpose;
    std::optional<std::string> goods;
};
BOOST_DESCRIBE_STRUCT(GrantInput, (), (order_id, kind, amount, currency, purpose, goods))
struct GrantDecisionInput {
    int version;
    bool granted;
    std::optional<std::int64_t> amount;
    Date on;
    std::string by;
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(GrantDecisionInput, (), (version, granted, amount, on, by, words))
struct GrantEventInput {
    int version;
    std::string kind;
    Date day;
    std::optional<std::int64_t> amount;
    std::optional<std::string> business, note;
};
BOOST_DESCRIBE_STRUCT(GrantEventInput, (), (version, kind, day, amount, business, note))

GrantBody body_of(const Grant& grant) {
    GrantBody body{grant.id, grant.order, grant.kind, grant.amount, grant.currency, grant.purpose, grant.goods, grant.decision, grant.granted, grant.decided_on,
                   grant.decided_by, grant.words, grant.paid_out, grant.repaid, grant.paid_out - grant.repaid, {}, grant.version};
    for (const auto& event : grant.events) body.events.push_back({event.id, event.kind, event.day, event.amount, event.business, event.note});
    return body;
}

Result<Reply> list(Work& work, const Request& request) {
    const auto id = TRY(http::id_of<casework::CaseId>(request, "case_id"));
    GrantsBody body;
    for (const auto& grant : TRY(grants_of(work, id))) body.items.push_back(body_of(grant));
    body.may_write = TRY(casework::get_case(work.db, id)).step != people::CaseStep::closed;
    return http::ok(body);
}

Result<Reply> begin(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<GrantInput>(request));
    TRY(begin_grant(work, TRY(http::id_of<casework::CaseId>(request, "case_id")),
                    {input.order_id, input.kind, input.amount, input.currency, input.purpose, input.goods.value_or("")}));
    return list(work, request);
}

Result<Reply> decide(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<GrantDecisionInput>(request));
    TRY(decide_grant(work, TRY(http::id_of<GrantId>(request, "grant_id")), input.version,
                     {input.granted, input.amount.value_or(0), input.on, input.by, input.words.value_or("")}));
    return http::no_content();
}

Result<Reply> add_event(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<GrantEventInput>(request));
    TRY(add_grant_event(work, TRY(http::id_of<GrantId>(request, "grant_id")), input.version,
                        {{}, input.kind, input.day, input.amount, input.business, input.note.value_or(""), {}}));
    return http::no_content();
}

}  // namespace

void grant_routes(http::Router& router) {
    router.write("GET", "/api/cases/{case_id}/grants", list);
    router.write("POST", "/api/cases/{case_id}/grants", begin);
    router.write("POST", "/api/grants/{grant_id}/decision", decide);
    router.write("POST", "/api/grants/{grant_id}/events", add_event);
}

}  // namespace homeward::services

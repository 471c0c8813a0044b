#include "access/permission.h"
#include "base/json.h"
#include "http/json_reply.h"
#include "people/relation.h"
#include "services/area_routes.h"
#include "services/order.h"
#include "services/requests/waiting.h"

namespace homeward::services {

BOOST_DESCRIBE_STRUCT(Order, (), (id, provider_id, provider_name, due_on, state, ordered_at, decided_at, placed_at, closed_at, delivered_on, refused_reason, note,
                                  comment, asked_by_person, outcome, outcome_on, outcome_due_on, outcome_note, own, version))
BOOST_DESCRIBE_STRUCT(PlannedService, (), (id, service, note, due_on, order, refused_before))
struct ServicesBody {
    std::vector<PlannedService> items;
    bool may_order = false, may_approve = false, approves_own = false, may_refer = false;
};
BOOST_DESCRIBE_STRUCT(ServicesBody, (), (items, may_order, may_approve, approves_own, may_refer))
struct WaitingBody {
    std::string service;
    std::optional<std::string> provider_id, provider_name;
    std::optional<int> orders, open;
    std::optional<double> approval_days, place_days, delivery_days, all_days;
};
BOOST_DESCRIBE_STRUCT(WaitingBody, (), (service, provider_id, provider_name, orders, open, approval_days, place_days, delivery_days, all_days))
struct WaitingListBody {
    std::vector<WaitingBody> items;
    int fewest = kFewest;
};
BOOST_DESCRIBE_STRUCT(WaitingListBody, (), (items, fewest))

namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct OrderInput {
    ProviderId provider_id;
    Date due_on;
    std::optional<bool> wait, asked_by_person;
};
BOOST_DESCRIBE_STRUCT(OrderInput, (), (provider_id, due_on, wait, asked_by_person))
struct OrderDecisionInput {
    int version;
    bool approve;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(OrderDecisionInput, (), (version, approve, comment))
struct OrderVersionInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(OrderVersionInput, (), (version))
struct DeliveryInput {
    int version;
    Date delivered_on;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DeliveryInput, (), (version, delivered_on, note))
struct RefusalInput {
    int version;
    std::string reason;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RefusalInput, (), (version, reason, note))
struct OutcomeInput {
    int version;
    std::string outcome;
    Date on;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(OutcomeInput, (), (version, outcome, on, note))

Result<OrderId> order_in(const Request& request) { return http::id_of<OrderId>(request, "order_id"); }

Result<Reply> services_body(Work& work, const Request& request) {
    const auto file = TRY(casework::require_case(work, TRY(http::id_of<casework::CaseId>(request, "case_id")), Permission::read_case));
    work.record({"services.read", "case_file", file.id.str(), file.person_id.str()});
    const bool open = file.step != people::CaseStep::closed;
    const people::PersonRelation relation = TRY(people::relation_of(work.db, file.person_id));
    const auto allowed = [&](Permission permission) { return may(work.actor, permission, relation); };
    return http::ok(ServicesBody{TRY(services_of(work, file)), open && allowed(Permission::order_service), open && allowed(Permission::approve_order),
                                 work.actor.approves_own_work, open && allowed(Permission::refer)});
}

Result<Reply> deliver(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<DeliveryInput>(request));
    TRY(deliver_order(work, TRY(order_in(request)), input.version, input.delivered_on, input.note.value_or("")));
    return http::no_content();
}

Result<Reply> refuse(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<RefusalInput>(request));
    TRY(refuse_order(work, TRY(order_in(request)), input.version, input.reason, input.note.value_or("")));
    return http::no_content();
}

Result<Reply> outcome(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<OutcomeInput>(request));
    TRY(note_outcome(work, TRY(order_in(request)), input.version, input.outcome, input.on, input.note.value_or("")));
    return http::no_content();
}

Result<Reply> waiting(Work& work, const Request& request) {
    const bool by_provider = request.query("by").value_or("service") == "provider";
    WaitingListBody body;
    for (const auto& each : TRY(waiting_times(work, by_provider))) {
        const auto if_any = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
        body.items.push_back({each.service, if_any(each.provider_id), if_any(each.provider_name), each.orders, each.open, each.approval_days, each.place_days,
                              each.delivery_days, each.all_days});
    }
    return http::ok(body);
}

}  // namespace

void order_routes(http::Router& router, people::Register& people) {
    router.write("GET", "/api/cases/{case_id}/services", services_body);
    router.read("GET", "/api/service-waiting", waiting);
    router.write("POST", "/api/planned-services/{plan_service_id}/order", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<OrderInput>(request));
        TRY(order_service(work, people, TRY(http::id_of<casework::PlanServiceId>(request, "plan_service_id")), input.provider_id, input.due_on,
                          {input.wait.value_or(false), input.asked_by_person.value_or(false)}));
        return http::no_content();
    });
    router.write("POST", "/api/orders/{order_id}/decision", [&people](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<OrderDecisionInput>(request));
        TRY(decide_order(work, people, TRY(order_in(request)), input.version, input.approve, input.comment.value_or("")));
        return http::no_content();
    });
    router.write("POST", "/api/orders/{order_id}/place", [&people](Work& work, const Request& request) -> Result<Reply> {
        TRY(place_order(work, people, TRY(order_in(request)), TRY(http::body_as<OrderVersionInput>(request)).version));
        return http::no_content();
    });
    router.write("POST", "/api/orders/{order_id}/delivery", deliver);
    router.write("POST", "/api/orders/{order_id}/refusal", refuse);
    router.write("POST", "/api/orders/{order_id}/outcome", outcome);
}

}  // namespace homeward::services

#include "base/json.h"
#include "http/json_reply.h"
#include "services/area_routes.h"
#include "services/referrals/referral.h"
#include "services/referrals/slip.h"

namespace homeward::services {

BOOST_DESCRIBE_STRUCT(ReferralDraft, (), (service, provider_name, known, to_write, withheld, inside, consent))
struct SentBody {
    ReferralId id;
    OrderId order_id;
    std::string number, service, provider_name, way, state;
    ReferralContent content;
    Instant sent_at;
    std::optional<Date> handed_over_on;
    std::optional<std::string> reason, result;
    std::string words;
    std::optional<Instant> answered_at, revoked_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(SentBody, (), (id, order_id, number, service, provider_name, way, state, content, sent_at, handed_over_on, reason, result, words,
                                     answered_at, revoked_at, version))
struct SentListBody {
    std::vector<SentBody> items;
};
BOOST_DESCRIBE_STRUCT(SentListBody, (), (items))

/// What the provider's staff see: no id of a person, a case or an order is among it.
struct ReceivedBody {
    ReferralId id;
    std::string number, service, state;
    ReferralContent content;
    Instant sent_at;
    std::optional<std::string> reason, result;
    std::string words;
    std::optional<Instant> answered_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(ReceivedBody, (), (id, number, service, state, content, sent_at, reason, result, words, answered_at, version))
struct ReceivedListBody {
    std::vector<ReceivedBody> items;
    std::optional<ReferralId> next;
};
BOOST_DESCRIBE_STRUCT(ReceivedListBody, (), (items, next))

namespace {

using access::Work;
using http::Reply;
using http::Request;

struct ReferralInput {
    std::string way;
    std::optional<ReferralContent> words;
};
BOOST_DESCRIBE_STRUCT(ReferralInput, (), (way, words))
struct ReferralVersionInput {
    int version;
};
BOOST_DESCRIBE_STRUCT(ReferralVersionInput, (), (version))
struct HandedOverInput {
    int version;
    Date on;
};
BOOST_DESCRIBE_STRUCT(HandedOverInput, (), (version, on))
struct ReferralAnswerInput {
    int version;
    std::string answer;
    std::optional<std::string> code, words;
};
BOOST_DESCRIBE_STRUCT(ReferralAnswerInput, (), (version, answer, code, words))

std::string number_of(ReferralId id) { return id.str().substr(24); }

SentBody sent_body(const Referral& r) {
    return {r.id, r.order_id, number_of(r.id), r.service, r.provider_name, r.way, r.state, r.content, r.sent_at, r.handed_over_on, r.reason, r.result, r.words,
            r.answered_at, r.revoked_at, r.version};
}
ReceivedBody received_body(const Referral& r) {
    return {r.id, number_of(r.id), r.service, r.state, r.content, r.sent_at, r.reason, r.result, r.words, r.answered_at, r.version};
}

Result<ReferralId> referral_in(const Request& request) { return http::id_of<ReferralId>(request, "referral_id"); }

Result<Reply> of_case(Work& work, const Request& request) {
    SentListBody body;
    for (const auto& each : TRY(referrals_of(work, TRY(http::id_of<casework::CaseId>(request, "case_id"))))) body.items.push_back(sent_body(each));
    return http::ok(body);
}

Result<Reply> draft(Work& work, const Request& request) {
    return http::ok(TRY(draft_referral(work, TRY(http::id_of<OrderId>(request, "order_id")))));
}

Result<Reply> send(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<ReferralInput>(request));
    const auto id = TRY(send_referral(work, TRY(http::id_of<OrderId>(request, "order_id")), input.way, input.words.value_or(ReferralContent())));
    return http::created("/api/referrals/" + id.str(), sent_body(TRY(sent_referral(work, id))));
}

Result<Reply> slip(Work& work, const Request& request) {
    const auto referral = TRY(sent_referral(work, TRY(referral_in(request))));
    if (referral.way == "inside") return conflict("referral.not_paper");
    if (referral.state == "revoked" || referral.state == "withdrawn") return conflict("referral." + referral.state);
    work.record({"referral.printed", "referral", referral.id.str(), referral.person_id.str()});
    return http::download("application/pdf", "referral.pdf", slip_of(referral, request.query("language").value_or("en"), work.now));
}

Result<Reply> received(Work& work, const Request& request) {
    const auto page = TRY(received_referrals(work, TRY(http::bool_query(request, "open", false)), TRY(http::id_query<ReferralId>(request, "cursor")),
                                             TRY(http::int_query(request, "limit", 25, 1, 100))));
    ReceivedListBody body{{}, page.next};
    for (const auto& each : page.items) body.items.push_back(received_body(each));
    return http::ok(body);
}

Result<Reply> answer(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<ReferralAnswerInput>(request));
    TRY(answer_referral(work, TRY(referral_in(request)), input.version, {input.answer, input.code.value_or(""), input.words.value_or("")}));
    return http::no_content();
}

}  // namespace

void referral_routes(http::Router& router) {
    router.write("GET", "/api/cases/{case_id}/referrals", of_case);
    router.write("GET", "/api/orders/{order_id}/referral-draft", draft);
    router.write("POST", "/api/orders/{order_id}/referrals", send);
    router.write("GET", "/api/referrals/{referral_id}/slip", slip);
    router.write("GET", "/api/referrals", received);
    router.write("GET", "/api/referrals/{referral_id}", [](Work& work, const Request& request) -> Result<Reply> {
        return http::ok(received_body(TRY(received_referral(work, TRY(referral_in(request))))));
    });
    router.write("POST", "/api/referrals/{referral_id}/answer", answer);
    router.write("POST", "/api/referrals/{referral_id}/revocation", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(revoke_referral(work, TRY(referral_in(request)), TRY(http::body_as<ReferralVersionInput>(request)).version));
        return http::no_content();
    });
    router.write("POST", "/api/referrals/{referral_id}/handed-over", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<HandedOverInput>(request));
        TRY(note_handed_over(work, TRY(referral_in(request)), input.version, input.on));
        return http::no_content();
    });
}

}  // namespace homeward::services

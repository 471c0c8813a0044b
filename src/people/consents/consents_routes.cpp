#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/consents/bodies.h"
#include "people/consents/letter.h"

namespace homeward::people::consents {
namespace {

using access::Work;
using http::Reply;
using http::Request;

struct ReceiverInput {
    std::optional<std::string> provider_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ReceiverInput, (), (provider_id, name))

struct ConsentInput {
    std::string purpose, basis, answer, source, how;
    std::optional<std::string> who, assent, withheld_why, basis_why;
    std::optional<std::vector<ReceiverInput>> receivers;
    std::optional<std::vector<std::string>> withheld;
    Date given_on;
    std::optional<Date> expires_on;
};
BOOST_DESCRIBE_STRUCT(ConsentInput, (), (purpose, basis, answer, source, how, who, assent, withheld_why, basis_why, receivers, withheld, given_on, expires_on))

struct WithdrawalInput {
    int version;
    Date on;
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(WithdrawalInput, (), (version, on, words))

struct SentInput {
    Date on;
};
BOOST_DESCRIBE_STRUCT(SentInput, (), (on))
struct RecallAnswerInput {
    std::string answer;
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(RecallAnswerInput, (), (answer, words))

Result<NewConsent> consent_from(const ConsentInput& input) {
    NewConsent given;
    const auto purpose = purpose_from(input.purpose);
    if (!purpose) return invalid("consent.purpose", "purpose");
    given.purpose = *purpose;
    given.basis = input.basis;
    given.answer = input.answer;
    given.source = input.source;
    given.who = input.who.value_or("");
    given.how = input.how;
    given.assent = input.assent.value_or("not_asked");
    given.withheld = input.withheld.value_or(std::vector<std::string>());
    given.withheld_why = input.withheld_why.value_or("");
    given.basis_why = input.basis_why.value_or("");
    given.given_on = input.given_on;
    given.expires_on = input.expires_on;
    for (const auto& each : input.receivers.value_or(std::vector<ReceiverInput>())) {
        if (each.provider_id && !parse_uuid(*each.provider_id)) return invalid("consent.receivers", "receivers");
        given.receivers.push_back({each.provider_id ? parse_uuid(*each.provider_id) : std::nullopt, each.name});
    }
    return given;
}

Result<Reply> show(Work& work, const Request& request) { return http::ok(TRY(sharing_body(work, TRY(http::id_of<PersonId>(request, "person_id"))))); }

Result<Reply> add(Work& work, const Request& request) {
    const auto person = TRY(http::id_of<PersonId>(request, "person_id"));
    TRY(record_consent(work, person, TRY(consent_from(TRY(http::body_as<ConsentInput>(request))))));
    return http::ok(TRY(sharing_body(work, person)));
}

Result<Reply> withdraw(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<WithdrawalInput>(request));
    TRY(withdraw_consent(work, TRY(http::id_of<ConsentId>(request, "consent_id")), input.version, input.on, input.words.value_or("")));
    return http::no_content();
}

Result<Reply> sent(Work& work, const Request& request) {
    TRY(note_sent(work, TRY(http::id_of<RecallId>(request, "recall_id")), TRY(http::body_as<SentInput>(request)).on));
    return http::no_content();
}

Result<Reply> answered(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<RecallAnswerInput>(request));
    TRY(answer_recall(work, TRY(http::id_of<RecallId>(request, "recall_id")), input.answer, input.words.value_or("")));
    return http::no_content();
}

Result<Reply> letter(Work& work, const Request& request) {
    const auto disclosure = TRY(require_recall(work, TRY(http::id_of<RecallId>(request, "recall_id"))));
    work.record({"recall.printed", "recall", disclosure.recall->id.str(), disclosure.person_id.str()});
    return http::download("application/pdf", "letter.pdf", letter_of_recall(disclosure, work.actor, request.query("language").value_or("en"), work.now));
}

Result<Reply> asked_back(Work& work, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 25, 1, 100));
    const auto page = TRY(asked_back_of(work, TRY(http::id_query<RecallId>(request, "cursor")), limit));
    AskedBackListBody body{{}, page.next};
    for (const auto& each : page.items) {
        body.items.push_back({each.id, each.about.kind, each.about.id, each.number, each.what, each.shared_at, each.asked_at,
                              each.answer.empty() ? std::nullopt : std::optional(each.answer), each.answered_on});
    }
    return http::ok(body);
}

}  // namespace
}  // namespace homeward::people::consents

namespace homeward::people {

void consent_routes(http::Router& router) {
    using namespace consents;
    router.write("GET", "/api/persons/{person_id}/sharing", show);
    router.write("POST", "/api/persons/{person_id}/consents", add);
    router.write("POST", "/api/consents/{consent_id}/withdrawal", withdraw);
    router.write("POST", "/api/recalls/{recall_id}/sent", sent);
    router.write("POST", "/api/recalls/{recall_id}/answer", answered);
    router.write("GET", "/api/recalls/{recall_id}/letter", letter);
    router.read("GET", "/api/recalls", asked_back);
}

}  // namespace homeward::people

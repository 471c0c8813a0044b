#include "http/json_reply.h"
#include "people/area_routes.h"
#include "people/documents/bodies.h"
#include "people/documents/letter.h"
#include "people/relation.h"

namespace homeward::people::documents {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct RequestInput {
    std::string step, document, asked_of;
    std::optional<std::string> birth_place, mother, father, words;
};
BOOST_DESCRIBE_STRUCT(RequestInput, (), (step, document, asked_of, birth_place, mother, father, words))

struct AnswerInput {
    int version;
    std::string to;
    std::optional<std::string> words, number;
    std::optional<Date> issued_on;
};
BOOST_DESCRIBE_STRUCT(AnswerInput, (), (version, to, words, number, issued_on))

struct NationalityInput {
    std::string status, basis;
    Date since;
    std::optional<std::string> citizenships, authority;
    std::optional<NationalityId> seen;
};
BOOST_DESCRIBE_STRUCT(NationalityInput, (), (status, basis, since, citizenships, authority, seen))

struct KinshipInput {
    std::string relation, method, conclusion, authority;
    std::optional<std::string> relative;
    Date on;
};
BOOST_DESCRIBE_STRUCT(KinshipInput, (), (relation, method, conclusion, authority, relative, on))

struct DayInput {
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(DayInput, (), (on))

Result<PersonId> person_of(const Request& request) { return http::id_of<PersonId>(request, "person_id"); }
Result<RequestId> request_of(const Request& request) { return http::id_of<RequestId>(request, "request_id"); }

Result<Reply> whole(Work& work, const Chain& chain, PersonId person) { return http::ok(TRY(chain_body(work, chain, person))); }

Result<Reply> ask(Work& work, const Chain& chain, const Request& request) {
    const auto person = TRY(person_of(request));
    const auto input = TRY(http::body_as<RequestInput>(request));
    TRY(ask_for_document(work, chain, person, {input.step, input.document, input.asked_of, input.birth_place.value_or(""), input.mother.value_or(""),
                                               input.father.value_or(""), input.words.value_or("")}));
    return whole(work, chain, person);
}

/// What the worker does with a request: brings more, takes it back, or writes down what a body without a queue said.
Result<Reply> move(Work& work, Register& reg, const Chain& chain, const Request& request) {
    const auto id = TRY(request_of(request));
    const auto input = TRY(http::body_as<AnswerInput>(request));
    const std::string words = input.words.value_or("");
    if (input.to == "answered") {
        TRY(bring_more(work, id, input.version, words));
    } else if (input.to == "withdrawn") {
        TRY(withdraw_request(work, id, input.version, words));
    } else {
        TRY(note_answer(work, reg, id, {input.version, input.to, words, input.number.value_or(""), input.issued_on}));
    }
    return whole(work, chain, TRY(require_request(work, id, Permission::request_documents)).person_id);
}

Result<Reply> nationality(Work& work, const Chain& chain, const Request& request) {
    const auto person = TRY(person_of(request));
    const auto input = TRY(http::body_as<NationalityInput>(request));
    TRY(record_nationality(work, person, {input.status, input.basis, input.citizenships.value_or(""), input.authority.value_or(""), input.since}, input.seen));
    return whole(work, chain, person);
}

Result<Reply> legal_aid(Work& work, const Chain& chain, const Request& request) {
    const auto person = TRY(person_of(request));
    const auto input = TRY(http::body_as<DayInput>(request));
    TRY(note_legal_aid(work, person, input.on.value_or(work.today())));
    return whole(work, chain, person);
}

Result<Reply> kinship(Work& work, const Chain& chain, const Request& request) {
    const auto person = TRY(person_of(request));
    const auto input = TRY(http::body_as<KinshipInput>(request));
    TRY(record_kinship(work, person, {input.relation, input.relative.value_or(""), input.method, input.authority, input.conclusion, input.on}));
    return whole(work, chain, person);
}

Result<Reply> mark(Work& work, const Chain& chain, const Request& request) {
    const auto person = TRY(person_of(request));
    TRY(mark_reached(work, chain, person, request.path_parameter("step"), TRY(http::body_as<DayInput>(request)).on));
    return whole(work, chain, person);
}

Result<Reply> queue(Work& work, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 25, 1, 100));
    const auto after = TRY(http::id_query<RequestId>(request, "cursor"));
    const std::string state(request.query("state").value_or("open"));
    return http::ok(queue_body(work, TRY(queue_of(work, state, after, limit))));
}

Result<Reply> one_in_queue(Work& work, const Request& request) { return http::ok(queued_body(work, TRY(read_in_queue(work, TRY(request_of(request)))))); }

Result<Reply> answer(Work& work, Register& reg, const Request& request) {
    const auto id = TRY(request_of(request));
    const auto input = TRY(http::body_as<AnswerInput>(request));
    TRY(answer_request(work, reg, id, {input.version, input.to, input.words.value_or(""), input.number.value_or(""), input.issued_on}));
    return http::ok(queued_body(work, TRY(read_in_queue(work, id))));
}

Result<Reply> letter(Work& work, const Request& request) {
    const auto asked = TRY(require_request(work, TRY(request_of(request)), Permission::request_documents));
    work.record({"document_request.printed", "document_request", asked.id.str(), asked.person_id.str()});
    return http::download("application/pdf", "request.pdf", letter_of_request(asked, work.actor, request.query("language").value_or("en"), work.now));
}

}  // namespace
}  // namespace homeward::people::documents

namespace homeward::people {

void document_routes(http::Router& router, Register& reg, const documents::Chain& chain) {
    using namespace documents;
    router.write("GET", "/api/persons/{person_id}/documents-chain", [&chain](Work& work, const Request& request) -> Result<Reply> {
        return whole(work, chain, TRY(person_of(request)));
    });
    router.write("POST", "/api/persons/{person_id}/document-requests", [&chain](Work& work, const Request& request) { return ask(work, chain, request); });
    router.write("POST", "/api/document-requests/{request_id}/moves",
                 [&reg, &chain](Work& work, const Request& request) { return move(work, reg, chain, request); });
    router.write("GET", "/api/document-requests/{request_id}/letter", letter);
    router.write("POST", "/api/persons/{person_id}/nationality", [&chain](Work& work, const Request& request) { return nationality(work, chain, request); });
    router.write("POST", "/api/persons/{person_id}/nationality/legal-aid", [&chain](Work& work, const Request& request) { return legal_aid(work, chain, request); });
    router.write("POST", "/api/persons/{person_id}/kinship", [&chain](Work& work, const Request& request) { return kinship(work, chain, request); });
    router.write("PUT", "/api/persons/{person_id}/documents-chain/{step}", [&chain](Work& work, const Request& request) { return mark(work, chain, request); });
    router.read("GET", "/api/registry/requests", queue);
    router.write("GET", "/api/registry/requests/{request_id}", one_in_queue);
    router.write("POST", "/api/registry/requests/{request_id}/answer", [&reg](Work& work, const Request& request) { return answer(work, reg, request); });
}

}  // namespace homeward::people

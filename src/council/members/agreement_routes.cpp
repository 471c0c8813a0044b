#include "council/members/member_routes.h"
#include "council/members/members_json.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct AgreementInput {
    std::optional<int> version;
    std::string kind, title;
    PartialDate signed_on;
    std::optional<Date> force_from, force_to;
    std::string marking;
    std::optional<std::string> note;
    std::string source;
    std::optional<std::string> source_url;
    std::vector<std::string> parties;
};
BOOST_DESCRIBE_STRUCT(AgreementInput, (), (version, kind, title, signed_on, force_from, force_to, marking, note, source, source_url, parties))
struct DeliverableInput {
    std::string title;
    std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(DeliverableInput, (), (title, due_on))
struct DeliverableReport {
    int version = 1;
    std::string state, evidence;
};
BOOST_DESCRIBE_STRUCT(DeliverableReport, (), (version, state, evidence))
struct AgreementsBody {
    std::vector<AgreementBody> items;
    std::optional<std::string> next;
    bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(AgreementsBody, (), (items, next, may_add))

Agreement agreement_from(AgreementId id, const AgreementInput& in) {
    return {id, in.kind, in.title, in.signed_on, in.force_from, in.force_to, in.marking, in.note.value_or(""), in.source, in.source_url.value_or(""),
            in.parties, {}, in.version.value_or(0)};
}

/// What this reader may see: a guest, what is marked clear.
Result<Reply> list(Work& work, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200)), offset = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
    const auto text = [&](const char* name) { return std::string(request.query(name).value_or("")); };
    const auto found = list_agreements(work, {text("q"), text("kind"), text("body"), TRY(http::date_query(request, "on")), offset, limit});
    AgreementsBody body{{}, std::nullopt, may(work.actor, Permission::edit_council)};
    for (const auto& each : found) {
        if (body.items.size() == static_cast<std::size_t>(limit)) body.next = std::to_string(offset + limit);
        else body.items.push_back(agreement_body(work, each, language_of(work, request)));
    }
    return http::ok(body);
}

Result<Reply> reply(Work& work, AgreementId id, const Request& request) {
    return http::ok(agreement_body(work, TRY(get_agreement(work, id)), language_of(work, request)));
}

}  // namespace

void agreement_routes(http::Router& router, const Program&) {
    const auto one = [](Work& work, const Request& request) -> Result<Reply> {
        return reply(work, TRY(http::id_of<AgreementId>(request, "agreement_id")), request);
    };
    router.read("GET", "/api/agreements", list);
    router.open_read("GET", "/api/public/agreements", list);
    router.write("POST", "/api/agreements", [](Work& work, const Request& request) -> Result<Reply> {
        return reply(work, TRY(add_agreement(work, agreement_from({}, TRY(http::body_as<AgreementInput>(request))))), request);
    });
    router.read("GET", "/api/agreements/{agreement_id}", one);
    router.open_read("GET", "/api/public/agreements/{agreement_id}", one);
    router.write("PUT", "/api/agreements/{agreement_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<AgreementId>(request, "agreement_id"));
        TRY(edit_agreement(work, agreement_from(id, TRY(http::body_as<AgreementInput>(request)))));
        return reply(work, id, request);
    });
    router.write("POST", "/api/agreements/{agreement_id}/deliverables", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<AgreementId>(request, "agreement_id"));
        const auto in = TRY(http::body_as<DeliverableInput>(request));
        TRY(add_deliverable(work, id, in.title, in.due_on));
        return reply(work, id, request);
    });
    router.write("PUT", "/api/agreements/{agreement_id}/deliverables/{deliverable_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<AgreementId>(request, "agreement_id"));
        const auto in = TRY(http::body_as<DeliverableReport>(request));
        TRY(report_deliverable(work, id, {TRY(http::id_of<DeliverableId>(request, "deliverable_id")), {}, {}, in.state, in.evidence, in.version}));
        return reply(work, id, request);
    });
}

}  // namespace homeward::council

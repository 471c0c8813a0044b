#include "casework/disclosures/disclosure_routes.h"

#include "casework/attachments/sealed_content.h"
#include "casework/bodies.h"
#include "casework/disclosures/lawful_order_codes.h"
#include "http/json_reply.h"

namespace homeward::casework {

BOOST_DESCRIBE_STRUCT(ExtractLine, (), (field, label, value))

struct LawfulOrderAllows {
    bool propose = false, decide = false, tell = false, extract = false;
};
BOOST_DESCRIBE_STRUCT(LawfulOrderAllows, (), (propose, decide, tell, extract))
struct LawfulOrderBody {
    LawfulOrderId id;
    std::string reference, person_code;
    IssuerKind issuer_kind;
    std::string issuer, number, law, asked;
    Date dated_on, answer_by;
    StaffBody recorded_by;
    Instant recorded_at;
    LawfulOrderState state;
    bool overdue;
    std::vector<std::string> fields;
    std::string why;
    std::optional<StaffBody> proposed_by, decided_by, told_by;
    std::optional<Instant> decided_at;
    std::string decision;
    std::optional<Date> tell_on, told_on;
    std::string not_yet;
    int version;
    LawfulOrderAllows allows;
};
BOOST_DESCRIBE_STRUCT(LawfulOrderBody, (), (id, reference, person_code, issuer_kind, issuer, number, law, asked, dated_on, answer_by, recorded_by, recorded_at, state,
                                            overdue, fields, why, proposed_by, decided_by, told_by, decided_at, decision, tell_on, told_on, not_yet, version, allows))
struct LawfulOrdersAllow {
    bool record = false;
};
BOOST_DESCRIBE_STRUCT(LawfulOrdersAllow, (), (record))
struct LawfulOrdersBody {
    std::vector<LawfulOrderBody> items;
    std::optional<std::string> next;
    std::vector<std::string> fields;
    LawfulOrdersAllow allows;
};
BOOST_DESCRIBE_STRUCT(LawfulOrdersBody, (), (items, next, fields, allows))
/// What the person was told, and no more of the order.
struct ToldOrderBody {
    LawfulOrderId id;
    std::string reference;
    IssuerKind issuer_kind;
    std::string issuer, law;
    std::vector<std::string> fields;
    Instant left_at;
    Date told_on;
};
BOOST_DESCRIBE_STRUCT(ToldOrderBody, (), (id, reference, issuer_kind, issuer, law, fields, left_at, told_on))
struct ToldOrdersBody {
    std::vector<ToldOrderBody> items;
};
BOOST_DESCRIBE_STRUCT(ToldOrdersBody, (), (items))
struct LawfulOrderInput {
    std::string request_id, person_code;
    IssuerKind issuer_kind;
    std::string issuer, number, law, asked;
    Date dated_on, answer_by;
};
BOOST_DESCRIBE_STRUCT(LawfulOrderInput, (), (request_id, person_code, issuer_kind, issuer, number, law, asked, dated_on, answer_by))
struct ExtractInput {
    std::vector<std::string> fields;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(ExtractInput, (), (fields, language))
struct ExtractBody {
    std::vector<ExtractLine> lines;
};
BOOST_DESCRIBE_STRUCT(ExtractBody, (), (lines))
struct ProposalInput {
    int version;
    std::vector<std::string> fields;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(ProposalInput, (), (version, fields, why))
struct OrderDecisionInput {
    int version;
    bool disclose;
    std::optional<std::string> words, telling_law, language;
    std::optional<Date> not_before;
};
BOOST_DESCRIBE_STRUCT(OrderDecisionInput, (), (version, disclose, words, telling_law, language, not_before))
/// told_on, or not_before with telling_law.
struct TellingInput {
    int version;
    std::optional<Date> told_on, not_before;
    std::optional<std::string> telling_law;
};
BOOST_DESCRIBE_STRUCT(TellingInput, (), (version, told_on, not_before, telling_law))

namespace {

using access::Actor;
using access::Permission;
using access::Work;
using access::Works;
using http::Reply;
using http::Request;

Result<LawfulOrderId> id_in(const Request& request) { return http::id_of<LawfulOrderId>(request, "order_id"); }

std::optional<StaffBody> staff_if(Work& work, const std::optional<access::AccountId>& id) {
    return id ? std::optional(staff_body(work.db, *id)) : std::nullopt;
}

LawfulOrderAllows allows_on(const Work& work, const LawfulOrder& order) {
    const bool open = !order.decided_by, officer = may(work.actor, Permission::approve_disclosure);
    return {open && may(work.actor, Permission::propose_disclosure), open && officer && order.recorded_by != work.actor.id && order.proposed_by != work.actor.id,
            officer && order.state == LawfulOrderState::disclosed && !order.told_on, order.state == LawfulOrderState::disclosed};
}

LawfulOrderBody body_of(Work& work, const LawfulOrder& order) {
    return {order.id, order.reference, order.person_code, order.issuer_kind, order.issuer, order.number, order.law, order.asked, order.dated_on, order.answer_by,
            staff_body(work.db, order.recorded_by), order.recorded_at, order.state, !order.decided_by && order.answer_by < work.today(), order.fields, order.why,
            staff_if(work, order.proposed_by), staff_if(work, order.decided_by), staff_if(work, order.told_by), order.decided_at, order.decision, order.tell_on,
            order.told_on, order.not_yet, order.version, allows_on(work, order)};
}

Result<Reply> list(Work& work, const Request& request) {
    const auto which = json::enum_from<LawfulOrderList>(request.query("list").value_or("waiting"));
    if (!which) return invalid("lawful_order.no_such_list", "list");
    int from = 0;
    if (request.query("cursor")) from = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
    const auto page = TRY(list_lawful_orders(work, *which, from, TRY(http::int_query(request, "limit", 30, 1, 100))));
    LawfulOrdersBody body;
    for (const auto& each : page.items) body.items.push_back(body_of(work, each));
    if (page.next) body.next = std::to_string(*page.next);
    for (const auto field : extract_fields()) body.fields.emplace_back(field);
    body.allows.record = may(work.actor, Permission::propose_disclosure);
    work.record({"lawful_orders.read", "lawful_orders", std::string(json::name_of(*which))});
    return http::ok(body);
}

Result<Reply> told(Work& work, const Request& request) {
    ToldOrdersBody body;
    for (const auto& each : TRY(told_orders(work, TRY(http::id_of<CaseId>(request, "case_id"))))) {
        body.items.push_back({each.id, each.reference, each.issuer_kind, each.issuer, each.law, each.fields, *each.decided_at, *each.told_on});
    }
    return http::ok(body);
}

Result<Reply> show(Work& work, const Request& request) {
    const auto order = TRY(get_lawful_order(work, TRY(id_in(request))));
    work.record({"lawful_order.read", "lawful_order", order.id.str(), order.person_id.str()});
    return http::ok(body_of(work, order));
}

Result<Reply> record(Work& work, const Request& request) {
    auto input = TRY(http::body_as<LawfulOrderInput>(request));
    const auto id = TRY(record_order(work, {input.request_id, input.person_code, input.issuer_kind, input.issuer, input.number, input.law, input.asked,
                                            input.dated_on, input.answer_by}));
    return http::created("/api/disclosures/" + id.str(), body_of(work, TRY(get_lawful_order(work, id))));
}

Result<Reply> preview(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<ExtractInput>(request));
    return http::ok(ExtractBody{TRY(preview_extract(work, TRY(id_in(request)), input.fields, input.language))});
}

Result<Reply> propose(Work& work, const Request& request) {
    const auto input = TRY(http::body_as<ProposalInput>(request));
    return http::ok(body_of(work, TRY(propose_extract(work, TRY(id_in(request)), input.version, input.fields, input.why))));
}

/// Setting a page takes a while, so it stands between reading and writing; the version holds both together.
Result<Reply> decide(Works& works, const Actor& actor, const Request& request) {
    const auto id = TRY(id_in(request));
    const auto input = TRY(http::body_as<OrderDecisionInput>(request));
    const Telling telling{input.not_before, std::string(trim(input.telling_law.value_or("")))};
    std::string pdf;
    if (input.disclose) {
        const auto document = TRY(works.read<printing::Document>(actor, [&](Work& work) {
            return compose_extract(work, id, input.version, telling, input.language.value_or("en"));
        }));
        pdf = printing::to_pdf(document, works.now());
    }
    return works.write<Reply>(actor, [&](Work& work) -> Result<Reply> {
        const std::string words = input.words.value_or("");
        return http::ok(body_of(work, input.disclose ? TRY(disclose(work, id, input.version, telling, words, pdf)) : TRY(refuse_order(work, id, input.version, words))));
    });
}

Result<Reply> tell(Work& work, const Request& request) {
    const auto id = TRY(id_in(request));
    const auto input = TRY(http::body_as<TellingInput>(request));
    if (input.told_on) return http::ok(body_of(work, TRY(note_told(work, id, input.version, *input.told_on))));
    return http::ok(body_of(work, TRY(put_off_telling(work, id, input.version, {input.not_before, std::string(trim(input.telling_law.value_or("")))}))));
}

Result<Reply> extract(Works& works, const Actor& actor, const Request& request) {
    const auto id = TRY(id_in(request));
    auto opened = TRY(works.write<OpenedExtract>(actor, [&](Work& work) { return open_extract(work, id); }));
    return http::download("application/pdf", opened.order.reference + ".pdf", content_reader(works.store(), std::move(opened.key), id.str(), opened.order.size));
}

}  // namespace

void disclosure_routes(http::Router& router, Works& works) {
    router.write("GET", "/api/disclosures", list);
    router.write("POST", "/api/disclosures", record);
    router.write("GET", "/api/disclosures/{order_id}", show);
    router.write("POST", "/api/disclosures/{order_id}/preview", preview);
    router.write("POST", "/api/disclosures/{order_id}/proposal", propose);
    router.task("POST", "/api/disclosures/{order_id}/decision", [&works](const Actor& actor, const Request& request) { return decide(works, actor, request); });
    router.write("POST", "/api/disclosures/{order_id}/telling", tell);
    router.write("GET", "/api/cases/{case_id}/told-orders", told);
    router.task("GET", "/api/disclosures/{order_id}/extract", [&works](const Actor& actor, const Request& request) { return extract(works, actor, request); });
}

}  // namespace homeward::casework

#include <algorithm>

#include "casework/disclosures/lawful_order_codes.h"
#include "casework/need.h"
#include "casework/reference.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Done check_word(std::string_view text, const char* field, const char* missing) {
    if (trim(text).empty()) return invalid(missing, field);
    return check_text(text, field);
}

/// Without a court, a reference, a law and a question it is no order, but a wish; and a wish opens nothing here.
Done check(const Work& work, const NewLawfulOrder& order) {
    if (trim(order.issuer).empty()) return invalid("lawful_order.issuer_missing", "issuer");
    if (trim(order.number).empty()) return invalid("lawful_order.number_missing", "number");
    if (trim(order.law).empty()) return invalid("lawful_order.law_missing", "law");
    if (trim(order.asked).empty()) return invalid("lawful_order.asked_missing", "asked");
    TRY(check_text(order.issuer, "issuer"));
    TRY(check_text(order.number, "number"));
    TRY(check_text(order.law, "law"));
    TRY(check_text(order.asked, "asked"));
    if (work.latest_today() < order.dated_on) return invalid("lawful_order.dates", "dated_on");
    if (order.answer_by < order.dated_on) return invalid("lawful_order.dates", "answer_by");
    return {};
}

Result<people::PersonId> person_named(Work& work, const std::string& code) {
    auto query = work.db.query("SELECT id FROM persons WHERE code = $1 AND merged_into IS NULL", code);
    if (!query.next()) return invalid("lawful_order.person_unknown", "person_code");
    return query.row().get<people::PersonId>(0);
}

/// What an earlier sending of the same order brought.
Result<std::optional<LawfulOrderId>> recorded_before(Work& work, const std::string& request) {
    if (!parse_uuid(request)) return invalid("lawful_order.request", "request_id");
    auto query = work.db.query("SELECT id, recorded_by FROM lawful_orders WHERE request_id = $1", request);
    if (!query.next()) return std::optional<LawfulOrderId>();
    if (query.row().get<access::AccountId>(1) != work.actor.id) return invalid("lawful_order.request", "request_id");
    return std::optional(query.row().get<LawfulOrderId>(0));
}

std::string joined(const std::vector<std::string>& codes) {
    std::string text;
    for (const auto& each : codes) text += (text.empty() ? "" : ",") + each;
    return text;
}

}  // namespace

Done check_fields(const std::vector<std::string>& fields) {
    for (const auto& field : fields) {
        if (std::ranges::find(extract_fields(), field) == extract_fields().end() || std::ranges::count(fields, field) > 1) {
            return invalid("lawful_order.field", "fields", {{"field", field}});
        }
    }
    return {};
}

Result<LawfulOrderId> record_order(Work& work, const NewLawfulOrder& order) {
    TRY(access::require(work.actor, Permission::propose_disclosure));
    if (const auto before = TRY(recorded_before(work, order.request_id))) return *before;
    TRY(check(work, order));
    const auto person = TRY(person_named(work, std::string(trim(order.person_code))));
    const auto id = LawfulOrderId::make(work.now);
    const auto key = TRY(work.vault().key_of(work.db, person.uuid));
    const auto seal = [&](const char* column, const std::string& text) { return key.seal({"lawful_orders", column, id.str()}, trim(text)); };
    work.db.run("INSERT INTO lawful_orders (id, reference, person_id, issuer_kind, issuer_sealed, number_sealed, law_sealed, asked_sealed, dated_on, answer_by,"
                " recorded_by, recorded_at, state, fields, why_sealed, decision_sealed, not_yet_sealed, version, request_id)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'recorded', '', $13, $13, $13, 1, $14)",
                id, next_reference(work, "lawful-order", "LO"), person, json::name_of(order.issuer_kind), seal("issuer_sealed", order.issuer), seal("number_sealed", order.number),
                seal("law_sealed", order.law), seal("asked_sealed", order.asked), order.dated_on, order.answer_by, work.actor.id, work.now, Bytes{},
                order.request_id);
    work.record({"lawful_order.recorded", "lawful_order", id.str(), person.str(), {{"issuer", std::string(json::name_of(order.issuer_kind))}}});
    return id;
}

Result<LawfulOrder> propose_extract(Work& work, LawfulOrderId id, int version, const std::vector<std::string>& fields, const std::string& why) {
    TRY(access::require(work.actor, Permission::propose_disclosure));
    const LawfulOrder order = TRY(order_in_version(work, id, version));
    if (order.decided_by) return conflict("lawful_order.decided_already");
    TRY(check_fields(fields));
    TRY(check_word(why, "why", "lawful_order.why_missing"));
    const auto key = TRY(work.vault().key_of(work.db, order.person_id.uuid));
    work.db.run("UPDATE lawful_orders SET state = 'proposed', fields = $2, why_sealed = $3, proposed_by = $4, proposed_at = $5, version = version + 1 WHERE id = $1",
                id, joined(fields), key.seal({"lawful_orders", "why_sealed", id.str()}, why), work.actor.id, work.now);
    work.record({"lawful_order.proposed", "lawful_order", id.str(), order.person_id.str(), {{"fields", joined(fields)}}});
    return get_lawful_order(work, id);
}

}  // namespace homeward::casework

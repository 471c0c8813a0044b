#include "casework/attachments/sealed_content.h"
#include "casework/disclosures/lawful_order_codes.h"
#include "casework/need.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Result<LawfulOrder> order_to_decide(Work& work, LawfulOrderId id, int version) {
    TRY(access::require(work.actor, Permission::approve_disclosure));
    LawfulOrder order = TRY(order_in_version(work, id, version));
    if (order.decided_by) return conflict("lawful_order.decided_already");
    // Not second_person.h: no right of an account makes one person two here.
    if (order.recorded_by == work.actor.id || order.proposed_by == work.actor.id) return conflict("lawful_order.own_work");
    return order;
}

// Whoever puts it off looks at it again within a year: a day that never comes would be a secret for ever.
constexpr int kPutOffDays = 366;

/// Not to be told is the exception: it needs a law and a day, and the day comes.
Done check_telling(const Work& work, const Telling& telling) {
    const bool later = telling.not_before && work.today() < *telling.not_before;
    if (telling.not_before && !later) return invalid("lawful_order.telling_law", "not_before");
    if (later == trim(telling.law).empty()) return invalid("lawful_order.telling_law", later ? "telling_law" : "not_before");
    if (later && work.today().plus_days(kPutOffDays) < *telling.not_before) return invalid("lawful_order.telling_far", "not_before");
    return check_text(telling.law, "telling_law");
}

Result<LawfulOrder> order_to_disclose(Work& work, LawfulOrderId id, int version, const Telling& telling) {
    LawfulOrder order = TRY(order_to_decide(work, id, version));
    if (order.state != LawfulOrderState::proposed) return conflict("lawful_order.not_proposed");
    if (order.fields.empty()) return conflict("lawful_order.nothing_proposed");
    TRY(check_telling(work, telling));
    return order;
}

/// A disclosed order whose person is still to be told.
Result<LawfulOrder> order_to_tell(Work& work, LawfulOrderId id, int version) {
    TRY(access::require(work.actor, Permission::approve_disclosure));
    LawfulOrder order = TRY(order_in_version(work, id, version));
    if (order.state != LawfulOrderState::disclosed) return conflict("lawful_order.not_disclosed");
    if (order.told_on) return conflict("lawful_order.told_already");
    return order;
}

Result<Bytes> seal(Work& work, const LawfulOrder& order, const char* column, const std::string& text) {
    return TRY(work.vault().key_of(work.db, order.person_id.uuid)).seal({"lawful_orders", column, order.id.str()}, text);
}

}  // namespace

Done check_disclosure(Work& work, LawfulOrderId id, int version, const Telling& telling) {
    TRY(order_to_disclose(work, id, version, telling));
    return {};
}

Result<LawfulOrder> disclose(Work& work, LawfulOrderId id, int version, const Telling& telling, const std::string& words, const std::string& pdf) {
    const LawfulOrder order = TRY(order_to_disclose(work, id, version, telling));
    TRY(check_text(words, "words"));
    const auto key = TRY(work.vault().key_of(work.db, order.person_id.uuid));
    work.db.run("UPDATE lawful_orders SET state = 'disclosed', decided_by = $2, decided_at = $3, decision_sealed = $4, size = $5, tell_on = $6,"
                " not_yet_sealed = $7, version = version + 1 WHERE id = $1",
                id, work.actor.id, work.now, TRY(seal(work, order, "decision_sealed", words)), static_cast<std::int64_t>(pdf.size()),
                telling.not_before.value_or(work.today()), TRY(seal(work, order, "not_yet_sealed", telling.law)));
    keep_content(work.db, key, id.str(), pdf);
    std::string fields;
    for (const auto& field : order.fields) fields += (fields.empty() ? "" : ",") + field;
    work.record({"lawful_order.disclosed", "lawful_order", id.str(), order.person_id.str(), {{"reference", order.reference}, {"fields", fields}}});
    return get_lawful_order(work, id);
}

Result<LawfulOrder> refuse_order(Work& work, LawfulOrderId id, int version, const std::string& reason) {
    const LawfulOrder order = TRY(order_to_decide(work, id, version));
    if (trim(reason).empty()) return invalid("lawful_order.reason_missing", "words");
    TRY(check_text(reason, "words"));
    work.db.run("UPDATE lawful_orders SET state = 'refused', decided_by = $2, decided_at = $3, decision_sealed = $4, version = version + 1 WHERE id = $1", id,
                work.actor.id, work.now, TRY(seal(work, order, "decision_sealed", reason)));
    work.record({"lawful_order.refused", "lawful_order", id.str(), order.person_id.str(), {{"reference", order.reference}}});
    return get_lawful_order(work, id);
}

Result<LawfulOrder> note_told(Work& work, LawfulOrderId id, int version, Date told_on) {
    const LawfulOrder order = TRY(order_to_tell(work, id, version));
    if (work.latest_today() < told_on || told_on < *order.tell_on) return invalid("lawful_order.told_on", "told_on");
    work.db.run("UPDATE lawful_orders SET told_on = $2, told_by = $3, version = version + 1 WHERE id = $1", id, told_on, work.actor.id);
    work.record({"lawful_order.told", "lawful_order", id.str(), order.person_id.str(), {{"reference", order.reference}}});
    return get_lawful_order(work, id);
}

Result<LawfulOrder> put_off_telling(Work& work, LawfulOrderId id, int version, const Telling& telling) {
    const LawfulOrder order = TRY(order_to_tell(work, id, version));
    if (!telling.not_before) return invalid("lawful_order.telling_law", "not_before");
    TRY(check_telling(work, telling));
    work.db.run("UPDATE lawful_orders SET tell_on = $2, not_yet_sealed = $3, version = version + 1 WHERE id = $1", id, *telling.not_before,
                TRY(seal(work, order, "not_yet_sealed", telling.law)));
    work.record({"lawful_order.telling_put_off", "lawful_order", id.str(), order.person_id.str(), {{"until", telling.not_before->str()}}});
    return get_lawful_order(work, id);
}

}  // namespace homeward::casework

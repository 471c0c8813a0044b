#include <algorithm>

#include "casework/disclosures/lawful_order_codes.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

const std::string kColumns =
    "SELECT o.id, o.reference, o.person_id, p.code, o.issuer_kind, o.issuer_sealed, o.number_sealed, o.law_sealed, o.asked_sealed, o.dated_on, o.answer_by,"
    " o.recorded_by, o.recorded_at, o.state, o.fields, o.why_sealed, o.proposed_by, o.decided_by, o.decided_at, o.decision_sealed, o.size, o.tell_on,"
    " o.not_yet_sealed, o.told_on, o.told_by, o.version FROM lawful_orders o JOIN persons p ON p.id = o.person_id";

std::vector<std::string> split(std::string_view codes) {
    std::vector<std::string> found;
    while (!codes.empty()) {
        const auto end = codes.find(',');
        found.emplace_back(codes.substr(0, end));
        codes = end == std::string_view::npos ? std::string_view() : codes.substr(end + 1);
    }
    return found;
}

/// What lies open. The texts of a person who was erased stay empty: that an order was answered outlives them.
LawfulOrder open_part(const store::Row& row) {
    LawfulOrder order;
    order.id = row.get<LawfulOrderId>(0);
    order.reference = row.text(1);
    order.person_id = row.get<people::PersonId>(2);
    order.person_code = row.text(3);
    order.issuer_kind = code<IssuerKind>(row.text(4));
    order.dated_on = row.get<Date>(9);
    order.answer_by = row.get<Date>(10);
    order.recorded_by = row.get<AccountId>(11);
    order.recorded_at = row.get<Instant>(12);
    order.state = code<LawfulOrderState>(row.text(13));
    order.fields = split(row.text(14));
    order.proposed_by = row.get<std::optional<AccountId>>(16);
    order.decided_by = row.get<std::optional<AccountId>>(17);
    order.decided_at = row.get<std::optional<Instant>>(18);
    order.size = row.get<std::int64_t>(20);
    order.tell_on = row.get<std::optional<Date>>(21);
    order.told_on = row.get<std::optional<Date>>(23);
    order.told_by = row.get<std::optional<AccountId>>(24);
    order.version = row.get<int>(25);
    return order;
}

LawfulOrder order_of(Work& work, const store::Row& row) {
    LawfulOrder order = open_part(row);
    const auto key = work.vault().key_of(work.db, order.person_id.uuid);
    if (!key) return order;
    const auto text = [&](const char* column, int at) {
        return row.blob(at).empty() ? std::string() : key->open({"lawful_orders", column, order.id.str()}, row.blob(at));
    };
    order.issuer = text("issuer_sealed", 5);
    order.number = text("number_sealed", 6);
    order.law = text("law_sealed", 7);
    order.asked = text("asked_sealed", 8);
    order.why = text("why_sealed", 15);
    order.decision = text("decision_sealed", 19);
    order.not_yet = text("not_yet_sealed", 22);
    return order;
}

const char* order_sql(LawfulOrderList list) {
    switch (list) {
        case LawfulOrderList::waiting: return " WHERE o.decided_by IS NULL ORDER BY o.answer_by, o.id";
        case LawfulOrderList::to_tell: return " WHERE o.tell_on IS NOT NULL AND o.told_on IS NULL ORDER BY o.tell_on, o.id";
        case LawfulOrderList::all: break;
    }
    return " ORDER BY o.recorded_at DESC, o.id DESC";
}

}  // namespace

bool sees_orders(const access::Actor& actor) { return may(actor, Permission::propose_disclosure) || may(actor, Permission::approve_disclosure); }

Result<LawfulOrder> get_lawful_order(Work& work, LawfulOrderId id) {
    if (!sees_orders(work.actor)) return not_found("lawful_order.not_found");
    auto query = work.db.query(kColumns + " WHERE o.id = $1", id);
    if (!query.next()) return not_found("lawful_order.not_found");
    return order_of(work, query.row());
}

Result<LawfulOrder> order_in_version(Work& work, LawfulOrderId id, int version) {
    LawfulOrder order = TRY(get_lawful_order(work, id));
    if (order.version != version) return conflict("edit.changed_meanwhile");
    return order;
}

Result<LawfulOrderPage> list_lawful_orders(Work& work, LawfulOrderList list, int from, int most) {
    if (!sees_orders(work.actor)) return forbidden("access.not_allowed");
    LawfulOrderPage page;
    for (const auto row : work.db.query(kColumns + order_sql(list) + " LIMIT $1 OFFSET $2", most + 1, from)) {
        if (page.items.size() == static_cast<std::size_t>(most)) {
            page.next = from + most;
            break;
        }
        page.items.push_back(order_of(work, row));
    }
    return page;
}

Result<std::vector<LawfulOrder>> told_orders(Work& work, CaseId id) {
    const CaseFile file = TRY(require_case(work, id, Permission::read_case));
    std::vector<LawfulOrder> told;
    for (const auto row : work.db.query(kColumns + " WHERE o.person_id = $1 AND o.told_on IS NOT NULL ORDER BY o.id DESC", file.person_id)) {
        told.push_back(order_of(work, row));
    }
    work.record({"lawful_orders.told_read", "case_file", id.str(), file.person_id.str()});
    return told;
}

Result<OpenedExtract> open_extract(Work& work, LawfulOrderId id) {
    LawfulOrder order = TRY(get_lawful_order(work, id));
    if (order.state != LawfulOrderState::disclosed) return not_found("lawful_order.no_extract");
    auto key = TRY(work.vault().key_of(work.db, order.person_id.uuid));
    work.record({"lawful_order.extract_read", "lawful_order", id.str(), order.person_id.str()});
    return OpenedExtract{std::move(order), std::move(key)};
}

std::vector<Task> tasks_of_lawful_orders(Work& work) {
    std::vector<Task> tasks;
    // They belong to no case file: whoever decides on an order opens none.
    const auto add = [&](store::Query query, const char* kind) {
        for (const auto row : query) tasks.push_back({kind, {}, {}, std::string(row.text(0)), row.get<Date>(1), std::string(row.text(2))});
    };
    if (may(work.actor, Permission::propose_disclosure)) {
        add(work.db.query("SELECT id, answer_by, reference FROM lawful_orders WHERE decided_by IS NULL AND state = 'recorded'"), "propose_extract");
    }
    if (may(work.actor, Permission::approve_disclosure)) {
        add(work.db.query("SELECT id, answer_by, reference FROM lawful_orders WHERE decided_by IS NULL AND state = 'proposed' AND recorded_by <> $1"
                          " AND proposed_by <> $1", work.actor.id), "decide_order");
        // Before the day comes there is nothing to do.
        add(work.db.query("SELECT id, tell_on, reference FROM lawful_orders WHERE tell_on IS NOT NULL AND told_on IS NULL AND tell_on <= $1", work.today()),
            "tell_person");
    }
    return tasks;
}

}  // namespace homeward::casework

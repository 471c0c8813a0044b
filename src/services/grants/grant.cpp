#include "services/grants/grant.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "casework/need.h"
#include "history/history.h"
#include "services/catalogue/terms.h"

namespace homeward::services {
namespace {

using access::Permission;
using access::Work;

struct GrantWords {
    std::string purpose, goods;
};
BOOST_DESCRIBE_STRUCT(GrantWords, (), (purpose, goods))
struct DecisionWords {
    std::string by, words;
};
BOOST_DESCRIBE_STRUCT(DecisionWords, (), (by, words))

constexpr std::int64_t kMost = 1'000'000'000'000;

Done changed(Work& work, people::PersonId person, GrantId id, const history::Fields& before, const history::Fields& after) {
    return history::note(work, person.uuid, {"grant", id.str(), history::Compartment::grants}, before, after);
}

Grant from_row(const store::Row& row, const vault::PersonKey& key) {
    Grant grant;
    grant.id = row.get<GrantId>(0);
    grant.case_id = row.get<casework::CaseId>(1);
    grant.order = row.get<std::optional<OrderId>>(2);
    grant.kind = row.text(3);
    grant.amount = row.integer(4);
    grant.currency = row.text(5);
    const auto words = json::read<GrantWords>(key.open({"grants", "words_sealed", grant.id.str()}, row.blob(6))).value();
    grant.purpose = words.purpose;
    grant.goods = words.goods;
    grant.decision = row.get<std::optional<std::string>>(7);
    grant.granted = row.get<std::optional<std::int64_t>>(8);
    grant.decided_on = row.get<std::optional<Date>>(9);
    if (!row.is_null(10)) {
        const auto said = json::read<DecisionWords>(key.open({"grants", "decision_sealed", grant.id.str()}, row.blob(10))).value();
        grant.decided_by = said.by;
        grant.words = said.words;
    }
    grant.version = row.get<int>(11);
    return grant;
}

void read_events(Work& work, Grant& grant, const vault::PersonKey& key) {
    for (const auto row : work.db.query("SELECT id, kind, day, amount, business, note_sealed, written_by FROM grant_events WHERE grant_id = $1 ORDER BY day DESC, id DESC",
                                        grant.id)) {
        GrantEvent event{row.get<GrantEventId>(0), std::string(row.text(1)), row.get<Date>(2), row.get<std::optional<std::int64_t>>(3),
                         row.get<std::optional<std::string>>(4), {}, row.get<access::AccountId>(6)};
        if (!row.blob(5).empty()) event.note = key.open({"grant_events", "note_sealed", event.id.str()}, row.blob(5));
        if (event.kind == "paid_out") grant.paid_out += event.amount.value_or(0);
        if (event.kind == "repaid") grant.repaid += event.amount.value_or(0);
        grant.events.push_back(std::move(event));
    }
}

constexpr std::string_view kColumns = "SELECT id, case_id, order_id, kind, amount, currency, words_sealed, decision, granted, decided_on, decision_sealed, version FROM grants ";

struct Open {
    people::PersonId person;
    Grant grant;
};

Result<Open> open_grant(Work& work, GrantId id, int version) {
    auto query = work.db.query(std::string(kColumns) + "WHERE id = $1", id);
    if (!query.next()) return not_found("grant.not_found");
    const auto file = TRY(casework::require_case(work, query.row().get<casework::CaseId>(1), Permission::manage_grants));
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    Open open{file.person_id, from_row(query.row(), key)};
    if (open.grant.version != version) return conflict("edit.changed_meanwhile");
    read_events(work, open.grant, key);
    return open;
}

/// The order is of this file, and of a loan or of equipment as the grant is.
Done check_order(Work& work, casework::CaseId file, const NewGrant& grant) {
    if (!grant.order) return {};
    const auto service = work.db.query("SELECT service FROM service_orders WHERE id = $1 AND case_id = $2 AND state <> 'refused'", *grant.order, file).value<std::string>();
    const bool fits = service == (grant.kind == "loan" ? "low_interest_loan" : "business_equipment");
    return fits ? Done() : invalid("grant.order", "order_id");
}

Done check_event(const Work& work, const Grant& grant, const GrantEvent& event) {
    constexpr std::array<std::string_view, 4> states{"not_begun", "at_work", "paused", "ended"};
    const bool of_loan = event.kind == "paid_out" || event.kind == "repaid";
    if (!of_loan && event.kind != "handed_over" && event.kind != "visit") return invalid("grant.event", "kind");
    if (of_loan != (grant.kind == "loan") && event.kind != "visit") return invalid("grant.event", "kind");
    if (grant.decision != "granted") return conflict("grant.not_granted");
    if (work.latest_today() < event.day) return invalid("grant.in_the_future", "day");
    if (of_loan != event.amount.has_value() || (event.amount && (*event.amount <= 0 || *event.amount > kMost))) return invalid("grant.amount", "amount");
    if ((event.kind == "visit") != event.business.has_value() || (event.business && std::ranges::find(states, *event.business) == states.end())) {
        return invalid("grant.business", "business");
    }
    if (event.kind == "paid_out" && grant.paid_out + *event.amount > grant.granted.value_or(0)) return conflict("grant.more_than_granted");
    if (event.kind == "repaid" && grant.repaid + *event.amount > grant.paid_out) return conflict("grant.more_than_owed");
    return casework::check_text(event.note, "note");
}

}  // namespace

Result<GrantId> begin_grant(Work& work, casework::CaseId id, NewGrant grant) {
    const auto file = TRY(casework::require_open_case(work, id, Permission::manage_grants));
    if (grant.kind != "loan" && grant.kind != "equipment") return invalid("grant.kind", "kind");
    if (grant.amount < 0 || grant.amount > kMost || (grant.kind == "loan" && grant.amount == 0)) return invalid("grant.amount", "amount");
    const bool code = grant.currency.size() == 3 && std::ranges::all_of(grant.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!code) return invalid("grant.currency", "currency");
    if (trim(grant.purpose).empty()) return invalid("grant.purpose", "purpose");
    TRY(casework::check_text(grant.purpose, "purpose"));
    TRY(casework::check_text(grant.goods, "goods"));
    TRY(check_order(work, id, grant));
    const auto grant_id = GrantId::make(work.now);
    work.db.run("INSERT INTO grants (id, case_id, person_id, order_id, kind, amount, currency, words_sealed, written_by, written_at, version)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)", grant_id, id, file.person_id, grant.order, grant.kind, grant.amount, grant.currency,
                TRY(casework::sealed(work, file.person_id, {"grants", "words_sealed", grant_id.str()}, json::write(GrantWords{std::string(trim(grant.purpose)), std::string(trim(grant.goods))}))),
                work.actor.id, work.now);
    work.record({"grant.begun", "grant", grant_id.str(), file.person_id.str(), {{"kind", grant.kind}}});
    TRY(changed(work, file.person_id, grant_id, {}, {{"kind", grant.kind}, {"amount", std::to_string(grant.amount) + " " + grant.currency}, {"purpose", grant.purpose}}));
    return grant_id;
}

Done decide_grant(Work& work, GrantId id, int version, const GrantDecision& decision) {
    const auto [person, grant] = TRY(open_grant(work, id, version));
    if (grant.decision) return conflict("grant.decided");
    if (trim(decision.by).empty() || length_of(decision.by) > 200) return invalid("grant.by", "by");
    if (decision.granted && (decision.amount < 0 || decision.amount > kMost || (grant.kind == "loan" && decision.amount == 0))) return invalid("grant.amount", "amount");
    if (work.latest_today() < decision.on) return invalid("grant.in_the_future", "on");
    TRY(casework::check_text(decision.words, "words"));
    const std::string code = decision.granted ? "granted" : "refused";
    work.db.run("UPDATE grants SET decision = $2, granted = $3, decided_on = $4, decision_sealed = $5, version = version + 1 WHERE id = $1", id, code,
                decision.granted ? std::optional(decision.amount) : std::nullopt, decision.on,
                TRY(casework::sealed(work, person, {"grants", "decision_sealed", id.str()}, json::write(DecisionWords{std::string(trim(decision.by)), decision.words}))));
    work.record({"grant." + code, "grant", id.str(), person.str(), {{"on", decision.on.str()}}});
    return changed(work, person, id, {}, {{"decision", code}, {"granted", decision.granted ? std::to_string(decision.amount) + " " + grant.currency : ""}});
}

Done add_grant_event(Work& work, GrantId id, int version, const GrantEvent& event) {
    const auto [person, grant] = TRY(open_grant(work, id, version));
    TRY(check_event(work, grant, event));
    const auto event_id = GrantEventId::make(work.now);
    work.db.run("INSERT INTO grant_events (id, grant_id, kind, day, amount, business, note_sealed, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                event_id, id, event.kind, event.day, event.amount, event.business,
                TRY(casework::sealed(work, person, {"grant_events", "note_sealed", event_id.str()}, event.note)), work.actor.id, work.now);
    work.db.run("UPDATE grants SET version = version + 1 WHERE id = $1", id);
    work.record({"grant." + event.kind, "grant", id.str(), person.str(), {{"on", event.day.str()}}});
    const std::string amount = event.amount ? std::to_string(*event.amount) + " " + grant.currency : "";
    return changed(work, person, id, {}, {{event.kind, event.day.str()}, {"event_amount", amount}, {"business", event.business.value_or("")}});
}

Result<std::vector<Grant>> grants_of(Work& work, casework::CaseId id) {
    const auto file = TRY(casework::require_case(work, id, Permission::manage_grants));
    work.record({"grants.read", "case_file", id.str(), file.person_id.str()});
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Grant> grants;
    for (const auto row : work.db.query(std::string(kColumns) + "WHERE case_id = $1 ORDER BY id DESC", id)) grants.push_back(from_row(row, key));
    for (auto& grant : grants) read_events(work, grant, key);
    return grants;
}

}  // namespace homeward::services

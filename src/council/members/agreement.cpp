#include "council/members/agreement.h"

#include <algorithm>

#include "council/members/appointment.h"
#include "council/members/fold.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

const std::string kSelect =
    "SELECT a.id, a.kind, a.title, a.signed_on, a.force_from, a.force_to, a.marking, a.note, a.source, a.source_url, a.version FROM agreements a WHERE ";

Agreement agreement_of(const store::Row& row) {
    Agreement agreement{row.get<AgreementId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<PartialDate>(3),
                        row.get<std::optional<Date>>(4), row.get<std::optional<Date>>(5), row.get<std::string>(6), row.get<std::string>(7),
                        row.get<std::string>(8), row.get<std::string>(9), {}, {}, row.get<int>(10)};
    return agreement;
}

void fill(store::Connection& db, Agreement& agreement) {
    for (const auto row : db.query("SELECT b.code FROM agreement_parties p JOIN bodies b ON b.id = p.body_id WHERE p.agreement_id = $1 ORDER BY p.position",
                                   agreement.id)) {
        agreement.parties.push_back(row.get<std::string>(0));
    }
    for (const auto row : db.query("SELECT id, title, due_on, state, evidence, version FROM agreement_deliverables WHERE agreement_id = $1"
                                   " ORDER BY due_on IS NULL, due_on, id", agreement.id)) {
        agreement.deliverables.push_back({row.get<DeliverableId>(0), row.get<std::string>(1), row.get<std::optional<Date>>(2),
                                          row.get<std::string>(3), row.get<std::string>(4), row.get<int>(5)});
    }
}

template <class... A>
std::vector<Agreement> list(store::Connection& db, const std::string& where, const A&... values) {
    std::vector<Agreement> found;
    for (const auto row : db.query(kSelect + where, values...)) found.push_back(agreement_of(row));
    for (auto& agreement : found) fill(db, agreement);
    return found;
}

}  // namespace

Result<Agreement> get_agreement(Work& work, AgreementId id) {
    TRY(require_to_see(work, "agreement", id.str(), "agreement.not_found"));
    auto found = list(work.db, "a.id = $1", id);
    if (found.empty()) return not_found("agreement.not_found");
    return std::move(found.front());
}

std::vector<Agreement> list_agreements(Work& work, const AgreementQuestion& question) {
    return list(work.db, visible_sql("agreement", "a.id", "$1") + " AND ($2 = '' OR a.kind = $2)"
                " AND ($3 = '' OR EXISTS (SELECT 1 FROM agreement_parties p JOIN bodies b ON b.id = p.body_id WHERE p.agreement_id = a.id AND b.code = $3))"
                " AND NOT EXISTS (SELECT 1 FROM json_each($4) w WHERE instr(a.search_text, w.value) = 0)"
                " AND ($5 IS NULL OR (COALESCE(a.force_from, a.signed_on) <= $5 AND COALESCE(a.force_to, '9999') >= $5))"
                " ORDER BY a.signed_on DESC, a.id DESC LIMIT $6 OFFSET $7",
                json_words(work.actor), question.kind, question.body, folded_words(question.words), question.on, question.limit + 1, question.offset);
}

std::vector<Agreement> ending_agreements(Work& work, Date by) {
    const Date today = work.today();
    return list(work.db, visible_sql("agreement", "a.id", "$1") + " AND ((a.force_to BETWEEN $2 AND $3) OR EXISTS (SELECT 1 FROM agreement_deliverables d"
                " WHERE d.agreement_id = a.id AND d.state = 'open' AND d.due_on <= $3)) ORDER BY a.force_to IS NULL, a.force_to, a.id LIMIT 50",
                json_words(work.actor), today, by);
}

bool may_report(const access::Actor& actor, const Agreement& agreement) {
    return may(actor, Permission::edit_council) ||
           std::ranges::any_of(agreement.parties, [&](const std::string& party) { return speaks_for(actor, party); });
}

}  // namespace homeward::council

#include <algorithm>
#include <array>

#include "council/members/agreement.h"
#include "council/members/fold.h"
#include "council/text_rules.h"
#include "search/index.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

constexpr std::array<std::string_view, 6> kKinds{"memorandum", "roadmap", "plan", "partnership", "declaration", "other"};
constexpr std::array<std::string_view, 3> kMarkings{"clear", "green", "amber"};

Done check(Work& work, const Agreement& agreement) {
    if (std::ranges::find(kKinds, agreement.kind) == kKinds.end()) return invalid("agreement.kind", "kind");
    if (std::ranges::find(kMarkings, agreement.marking) == kMarkings.end()) return invalid("agreement.marking", "marking");
    TRY(check_text(agreement.title, 400, "title"));
    TRY(check_optional_text(agreement.note, 4000, "note"));
    TRY(check_text(agreement.source, 1000, "source"));
    TRY(check_link(agreement.source_url, "source_url"));
    if (agreement.force_from && agreement.force_to && *agreement.force_to < *agreement.force_from) return invalid("agreement.dates", "force_to");
    auto parties = agreement.parties;
    std::ranges::sort(parties);
    const bool twice = std::ranges::adjacent_find(parties) != parties.end();
    if (parties.empty() || parties.size() > 40 || twice) return invalid("agreement.parties", "parties");
    for (const auto& party : parties) {
        if (!is_body(work.db, party)) return invalid("agreement.parties", "parties");
    }
    return {};
}

void keep_parties(Work& work, AgreementId id, const std::vector<std::string>& parties) {
    work.db.run("DELETE FROM agreement_parties WHERE agreement_id = $1", id);
    int position = 0;
    for (const auto& party : parties) {
        work.db.run("INSERT INTO agreement_parties (agreement_id, body_id, position) SELECT $1, id, $3 FROM bodies WHERE code = $2", id, party, ++position);
    }
}

/// Who may read it, and the entry they find it by.
void show(Work& work, AgreementId id, const Agreement& agreement) {
    const Audience readers = audience_of(*marking_from(agreement.marking), agreement.parties);
    set_audience(work, "agreement", id.str(), readers);
    std::string body = agreement.note + "\n" + agreement.source;
    for (const auto& party : agreement.parties) body += "\n" + name_of(work.db, party, work.today(), "en") + "\n" + name_of(work.db, party, work.today(), "ru");
    for (const auto row : work.db.query("SELECT title FROM agreement_deliverables WHERE agreement_id = $1 ORDER BY id", id)) body += "\n" + row.get<std::string>(0);
    search::put(work.db, {"agreement", id.str(), agreement.title, body, readers, "", "", agreement.signed_on.earliest()});
}

}  // namespace

Result<AgreementId> add_agreement(Work& work, const Agreement& agreement) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(check(work, agreement));
    const auto id = AgreementId::make(work.now);
    work.db.run("INSERT INTO agreements (id, kind, title, signed_on, force_from, force_to, marking, note, source, source_url, search_text, added_by, added_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                id, agreement.kind, trim(agreement.title), agreement.signed_on, agreement.force_from, agreement.force_to, agreement.marking,
                agreement.note, agreement.source, agreement.source_url, folded(agreement.title), work.actor.log_name(), work.now);
    keep_parties(work, id, agreement.parties);
    show(work, id, agreement);
    work.record({"agreement.added", "agreement", id.str()});
    return id;
}

Done edit_agreement(Work& work, const Agreement& agreement) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Agreement before = TRY(get_agreement(work, agreement.id));
    TRY(check(work, agreement));
    if (agreement.version != before.version) return conflict("agreement.changed");
    work.db.run("UPDATE agreements SET kind = $2, title = $3, signed_on = $4, force_from = $5, force_to = $6, marking = $7, note = $8, source = $9,"
                " source_url = $10, search_text = $11, version = version + 1 WHERE id = $1",
                agreement.id, agreement.kind, trim(agreement.title), agreement.signed_on, agreement.force_from, agreement.force_to,
                agreement.marking, agreement.note, agreement.source, agreement.source_url, folded(agreement.title));
    keep_parties(work, agreement.id, agreement.parties);
    show(work, agreement.id, agreement);
    work.record({"agreement.changed", "agreement", agreement.id.str()});
    return {};
}

Result<DeliverableId> add_deliverable(Work& work, AgreementId id, const std::string& title, std::optional<Date> due_on) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Agreement agreement = TRY(get_agreement(work, id));
    TRY(check_text(title, 400, "title"));
    const auto deliverable = DeliverableId::make(work.now);
    work.db.run("INSERT INTO agreement_deliverables (id, agreement_id, title, due_on, state, evidence, changed_by, changed_at)"
                " VALUES ($1, $2, $3, $4, 'open', '', $5, $6)", deliverable, id, trim(title), due_on, work.actor.log_name(), work.now);
    show(work, id, agreement);
    work.record({"agreement.deliverable_added", "agreement", id.str(), {}, {{"deliverable", deliverable.str()}}});
    return deliverable;
}

Done report_deliverable(Work& work, AgreementId id, const Deliverable& deliverable) {
    const Agreement agreement = TRY(get_agreement(work, id));
    if (!may_report(work.actor, agreement)) return forbidden("access.not_allowed");
    const auto before = std::ranges::find(agreement.deliverables, deliverable.id, &Deliverable::id);
    if (before == agreement.deliverables.end()) return not_found("deliverable.not_found");
    if (deliverable.state != "open" && deliverable.state != "done" && deliverable.state != "dropped") return invalid("deliverable.state", "state");
    if (deliverable.state == "open") TRY(check_optional_text(deliverable.evidence, 2000, "evidence"));
    else TRY(check_text(deliverable.evidence, 2000, "evidence"));
    if (deliverable.version != before->version) return conflict("agreement.changed");
    work.db.run("UPDATE agreement_deliverables SET state = $2, evidence = $3, changed_by = $4, changed_at = $5, version = version + 1 WHERE id = $1",
                deliverable.id, deliverable.state, deliverable.evidence, work.actor.log_name(), work.now);
    work.record({"agreement.deliverable_reported", "agreement", id.str(), {}, {{"deliverable", deliverable.id.str()}, {"state", deliverable.state}}});
    return {};
}

}  // namespace homeward::council

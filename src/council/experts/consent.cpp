#include "council/experts/expert.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

struct ConsentTag;
struct StatementTag;
struct VettingTag;

/// The profile, when this actor may speak for the expert: with their own account, or from a signed paper.
Result<Expert> to_record(Work& work, ExpertId id, const std::string& paper, Date on) {
    const Expert expert = TRY(get_expert(work, id));
    if (work.latest_today() < on) return invalid("expert.future", "on");
    if (is_own(work.actor, expert)) return expert;
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(check_text(paper, 300, "paper"));
    return expert;
}

}  // namespace

Done give_consent(Work& work, ExpertId id, const Consent& consent) {
    if (consent.to_what != "listing" && consent.to_what != "publicity") return invalid("expert.to_what", "to_what");
    TRY(to_record(work, id, consent.paper, consent.given_on));
    if (consented(work.db, id, consent.to_what)) return conflict("expert.consent_given");
    if (consent.to_what == "publicity" && !consented(work.db, id, "listing")) return conflict("expert.listing_first");
    work.db.run("INSERT INTO expert_consents (id, expert_id, to_what, given_on, given_by, paper, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                Id<ConsentTag>::make(work.now), id, consent.to_what, consent.given_on, work.actor.log_name(), consent.paper, work.now);
    show_expert(work, id);
    work.record({"expert.consented", "expert", id.str(), {}, {{"to", consent.to_what}}});
    return {};
}

Done withdraw_consent(Work& work, ExpertId id, const std::string& to_what) {
    const Expert expert = TRY(get_expert(work, id));
    if (!may_edit(work.actor, expert)) return forbidden("access.not_allowed");
    const int changed = work.db.run("UPDATE expert_consents SET withdrawn_by = $3, withdrawn_at = $4 WHERE expert_id = $1 AND withdrawn_at IS NULL"
                                    " AND (to_what = $2 OR $2 = 'listing')", id, to_what, work.actor.log_name(), work.now);
    if (changed == 0) return conflict("expert.no_consent");
    show_expert(work, id);
    work.record({"expert.consent_withdrawn", "expert", id.str(), {}, {{"to", to_what}}});
    return {};
}

Done state_interests(Work& work, ExpertId id, const Statement& statement) {
    TRY(to_record(work, id, statement.paper, statement.stated_on));
    if (statement.has_conflict) TRY(check_text(statement.text, 2000, "text"));
    else TRY(check_optional_text(statement.text, 2000, "text"));
    work.db.run("INSERT INTO expert_statements (id, expert_id, stated_on, has_conflict, statement, paper, stated_by, stated_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                Id<StatementTag>::make(work.now), id, statement.stated_on, statement.has_conflict, statement.text, statement.paper,
                work.actor.log_name(), work.now);
    work.record({"expert.stated", "expert", id.str(), {}, {{"stated_on", statement.stated_on.str()}}});
    return {};
}

Done note_vetting(Work& work, ExpertId id, const std::string& note) {
    TRY(access::require(work.actor, Permission::edit_council));
    TRY(get_expert(work, id));
    TRY(check_text(note, 2000, "note"));
    work.db.run("INSERT INTO expert_vettings (id, expert_id, note, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5)", Id<VettingTag>::make(work.now), id,
                note, work.actor.log_name(), work.now);
    work.record({"expert.vetted", "expert", id.str()});
    return {};
}

}  // namespace homeward::council

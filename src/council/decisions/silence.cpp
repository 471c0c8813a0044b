#include "council/decisions/decision_rules.h"
#include "council/decisions/decision_store.h"
#include "council/decisions/decision_story.h"
#include "council/text_rules.h"

namespace homeward::council {
namespace {

using access::Permission;
using access::Work;

bool objection_stands(Work& work, DecisionId id) {
    return work.db.query("SELECT 1 FROM decision_objections o WHERE o.decision_id = $1 AND o.withdrawn_at IS NULL"
                         " AND o.round = (SELECT MAX(round) FROM decision_silences WHERE decision_id = $1)", id).next();
}

/// All who objected took it back: the same text may be laid under silence anew, as a new version of its own.
Done take_up_again(Work& work, const Decision& decision) {
    if (objection_stands(work, decision.id)) return conflict("decision.revise_first");
    work.db.run("INSERT INTO decision_changes (decision_id, version, field, was, became, changed_by, changed_at) VALUES ($1, $2, 'taken_up', '', '', $3, $4)",
                decision.id, decision.version + 1, work.actor.log_name(), work.now);
    return {};
}

/// The silence that runs, or that was broken and would still run.
Result<Silence> silence_to_speak_in(Work& work, const Decision& decision) {
    const auto silences = silences_of(work, decision.id);
    const bool open = !silences.empty() && (decision.state == "silence" || decision.state == "objected");
    if (!open || silence_over(silences.back().ends_on, work.today())) return conflict("decision.no_silence");
    return silences.back();
}

void break_silence(Work& work, const Decision& decision, int round) {
    work.db.run("UPDATE decisions SET state = 'objected', ends_on = NULL, sorted_on = $2 WHERE id = $1", decision.id, work.today());
    work.db.run("UPDATE decision_silences SET outcome = 'objected', ended_at = $3 WHERE decision_id = $1 AND round = $2", decision.id, round, work.now);
}

}  // namespace

Done begin_silence(Work& work, DecisionId id, int version, Date ends_on, int least_days) {
    TRY(access::require(work.actor, Permission::edit_council));
    const Decision decision = TRY(decision_as_seen(work, id, version));
    if (decision.state != "draft" && decision.state != "objected") return conflict("decision.not_a_draft");
    TRY(check_complete(decision.languages, decision.texts));
    TRY(check_silence(work.today(), ends_on, least_days));
    const bool again = decision.state == "objected";
    if (again) TRY(take_up_again(work, decision));
    const int now_version = version + (again ? 1 : 0);
    work.db.run("UPDATE decisions SET state = 'silence', ends_on = $2, version = $3, sorted_on = $4 WHERE id = $1", id, ends_on, now_version, work.today());
    work.db.run("INSERT INTO decision_silences (decision_id, round, version, begun_by, begun_at, ends_on) VALUES ($1,"
                " (SELECT COALESCE(MAX(round), 0) + 1 FROM decision_silences WHERE decision_id = $1), $2, $3, $4, $5)",
                id, now_version, work.actor.log_name(), work.now, ends_on);
    TRY(show_decision(work, id));
    work.record({"decision.silence_begun", "decision", id.str()});
    tell(work, {"focal_points"}, news_of("silence_begun", decision, ends_on));
    return {};
}

Result<ObjectionId> object_to_decision(Work& work, const exchange::Exchange& exchange, DecisionId id, const std::string& reason) {
    TRY(require_to_speak_for_state(work.actor, exchange));
    const Decision decision = TRY(get_decision(work, id));
    const Silence silence = TRY(silence_to_speak_in(work, decision));
    TRY(check_text(reason, kLongestReason, "reason"));
    for (const auto& other : silence.objections) {
        if (other.member == work.actor.member) return conflict("decision.objected_already");
    }
    const auto objection = ObjectionId::make(work.now);
    if (decision.state == "silence") break_silence(work, decision, silence.round);
    work.db.run("INSERT INTO decision_objections (id, decision_id, round, member, reason, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                objection, id, silence.round, work.actor.member, reason, work.actor.log_name(), work.now);
    TRY(show_decision(work, id));
    work.record({"decision.objected", "decision", id.str(), {}, {{"member", work.actor.member}}});
    tell(work, {"focal_points", "secretariat"}, news_of("decision_objected", decision));
    return objection;
}

Done withdraw_objection(Work& work, const exchange::Exchange& exchange, DecisionId id) {
    TRY(require_to_speak_for_state(work.actor, exchange));
    const Decision decision = TRY(get_decision(work, id));
    if (decision.state != "objected") return conflict("decision.no_objection");
    const int changed = work.db.run("UPDATE decision_objections SET withdrawn_at = $3 WHERE decision_id = $1 AND member = $2 AND withdrawn_at IS NULL"
                                    " AND round = (SELECT MAX(round) FROM decision_silences WHERE decision_id = $1)", id, work.actor.member, work.now);
    if (changed == 0) return conflict("decision.no_objection");
    work.record({"decision.objection_withdrawn", "decision", id.str(), {}, {{"member", work.actor.member}}});
    return {};
}

}  // namespace homeward::council

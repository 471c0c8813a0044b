#include "casework/closure.h"

#include "casework/codes.h"
#include "casework/second_person.h"
#include "history/history.h"

namespace homeward::casework {

using access::AccountId;
using access::Permission;
using access::Work;

Result<ClosureId> propose_closure(Work& work, people::Register& people, CaseId id, ClosureReason reason, const std::string& note) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::propose_closure));
    if (file.step == people::CaseStep::closure_proposed) return conflict("closure.waiting");
    TRY(check_text(note, "note"));
    const auto closure = ClosureId::make(work.now);
    work.db.run("INSERT INTO case_closures (id, case_id, reason, proposed_by, proposed_at, note_sealed) VALUES ($1, $2, $3, $4, $5, $6)",
                closure, id, json::name_of(reason), work.actor.id, work.now,
                TRY(sealed(work, file.person_id, {"case_closures", "note_sealed", closure.str()}, note)));
    TRY(history::note(work, file.person_id.uuid, {"case_closure", closure.str()}, {},
                      {{"decision", "waiting"}, {"reason", std::string(json::name_of(reason))}, {"note", note}}));
    work.record({"closure.proposed", "case_closure", closure.str(), file.person_id.str(), {{"reason", std::string(json::name_of(reason))}}});
    step_may_have_moved(work, people, id);
    return closure;
}

Done decide_closure(Work& work, people::Register& people, ClosureId id, bool approve, const std::string& comment) {
    auto query = work.db.query("SELECT case_id, proposed_by, decision FROM case_closures WHERE id = $1", id);
    if (!query.next()) return not_found("closure.not_found");
    const auto case_id = query.row().get<CaseId>(0);
    const CaseFile file = TRY(require_open_case(work, case_id, Permission::approve_closure));
    if (!query.row().is_null(2)) return conflict("closure.decided");
    // Whoever proposed it cannot also be the second pair of eyes.
    const bool own = TRY(second_person(work.actor, query.row().get<AccountId>(1), "closure.own_work"));
    if (!approve && trim(comment).empty()) return invalid("closure.comment_needed", "comment");
    TRY(check_text(comment, "comment"));
    work.db.run("UPDATE case_closures SET decision = $2, decided_by = $3, decided_at = $4, comment_sealed = $5, own_work = $6 WHERE id = $1", id,
                approve ? "approved" : "refused", work.actor.id, work.now,
                TRY(sealed(work, file.person_id, {"case_closures", "comment_sealed", id.str()}, comment)), own);
    std::map<std::string, std::string> details;
    if (own) details["own_work"] = "yes";
    work.record({approve ? "closure.approved" : "closure.refused", "case_closure", id.str(), file.person_id.str(), std::move(details)});
    TRY(history::note(work, file.person_id.uuid, {"case_closure", id.str()}, {{"decision", "waiting"}}, {{"decision", approve ? "approved" : "refused"}, {"comment", comment}}));
    step_may_have_moved(work, people, case_id);
    return {};
}

Done reopen_case(Work& work, people::Register& people, CaseId id, const std::string& why) {
    const CaseFile file = TRY(require_case(work, id, Permission::reopen_case));
    if (file.step != people::CaseStep::closed) return conflict("case.not_closed");
    if (trim(why).empty()) return invalid("closure.reason_needed", "reason");
    TRY(check_text(why, "reason"));
    const auto closure = *work.db.query("SELECT id FROM case_closures WHERE case_id = $1 AND decision = 'approved' AND reopened_at IS NULL", id)
                              .value<ClosureId>();
    work.db.run("UPDATE case_closures SET reopened_by = $2, reopened_at = $3, reopening_sealed = $4 WHERE id = $1", closure, work.actor.id,
                work.now, TRY(sealed(work, file.person_id, {"case_closures", "reopening_sealed", closure.str()}, why)));
    TRY(history::note(work, file.person_id.uuid, {"case_closure", closure.str()}, {{"decision", "approved"}}, {{"decision", "reopened"}, {"reopening", why}}));
    work.record({"case.reopened", "case_file", id.str(), file.person_id.str()});
    step_may_have_moved(work, people, id);
    return {};
}

std::optional<ClosureReason> closed_because(store::Connection& db, CaseId id) {
    const auto reason = db.query("SELECT reason FROM case_closures WHERE case_id = $1 AND decision = 'approved' AND reopened_at IS NULL", id)
                            .value<std::string>();
    return reason ? std::optional(code<ClosureReason>(*reason)) : std::nullopt;
}

Result<std::vector<Closure>> closures_of(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<Closure> closures;
    for (const auto row : work.db.query("SELECT id, reason, note_sealed, proposed_by, proposed_at, decision, decided_by, decided_at, comment_sealed,"
                                        " reopened_by, reopened_at, reopening_sealed, own_work FROM case_closures WHERE case_id = $1 ORDER BY proposed_at DESC, id DESC", file.id)) {
        Closure closure;
        closure.id = row.get<ClosureId>(0);
        const auto open = [&](const char* column, int i) {
            return row.blob(i).empty() ? std::string() : key.open({"case_closures", column, closure.id.str()}, row.blob(i));
        };
        closure.reason = code<ClosureReason>(row.text(1));
        closure.note = open("note_sealed", 2);
        closure.proposed_by = row.get<AccountId>(3);
        closure.proposed_at = row.get<Instant>(4);
        if (!row.is_null(5)) closure.approved = row.text(5) == "approved";
        closure.decided_by = row.get<std::optional<AccountId>>(6);
        closure.decided_at = row.get<std::optional<Instant>>(7);
        closure.comment = open("comment_sealed", 8);
        closure.reopened_by = row.get<std::optional<AccountId>>(9);
        closure.reopened_at = row.get<std::optional<Instant>>(10);
        closure.reopening = open("reopening_sealed", 11);
        closure.own_work = row.get<bool>(12);
        closures.push_back(std::move(closure));
    }
    return closures;
}

}  // namespace homeward::casework

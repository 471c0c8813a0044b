#include <algorithm>

#include "casework/visits/visit_codes.h"
#include "history/history.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

struct Planned {
    CaseFile file;
    Date due_on;
};

/// A visit that is still ahead, in the version that the actor saw.
Result<Planned> planned(Work& work, VisitId id, int version) {
    auto query = work.db.query("SELECT case_id, due_on, done_on, version FROM case_visits WHERE id = $1", id);
    if (!query.next()) return not_found("visit.not_found");
    const auto row = query.row();
    Planned visit{TRY(require_open_case(work, row.get<CaseId>(0), Permission::record_visit)), row.get<Date>(1)};
    if (!row.is_null(2)) return conflict("visit.done_already");
    if (row.get<int>(3) != version) return conflict("edit.changed_meanwhile");
    return visit;
}

Done check_reason(VisitReason reason, const std::string& why) {
    if (reason == VisitReason::other && trim(why).empty()) return invalid("visit.why_needed", "why");
    return check_text(why, "why");
}

}  // namespace

Done move_visit(Work& work, VisitId id, int version, Date to, VisitReason reason, const std::string& why) {
    const Planned visit = TRY(planned(work, id, version));
    TRY(check_reason(reason, why));
    if (to < work.today()) return invalid("visit.in_the_past", "due_on");
    if (to == visit.due_on) return invalid("visit.same_day", "due_on");
    const auto move = VisitId::make(work.now).str();
    work.db.run("INSERT INTO visit_moves (id, visit_id, case_id, from_on, to_on, reason, note_sealed, moved_by, moved_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", move, id, visit.file.id, visit.due_on, to, json::name_of(reason),
                TRY(sealed(work, visit.file.person_id, {"visit_moves", "note_sealed", move}, why)), work.actor.id, work.now);
    work.db.run("UPDATE case_visits SET due_on = $2, version = version + 1 WHERE id = $1", id, to);
    TRY(history::note(work, visit.file.person_id.uuid, {"visit", id.str()}, {{"due_on", visit.due_on.str()}}, {{"due_on", to.str()}}));
    work.record({"visit.moved", "case_visit", id.str(), visit.file.person_id.str(),
                 {{"from", visit.due_on.str()}, {"to", to.str()}, {"reason", std::string(json::name_of(reason))}}});
    return {};
}

Done cancel_visit(Work& work, VisitId id, int version, VisitReason reason, const std::string& why) {
    const Planned visit = TRY(planned(work, id, version));
    TRY(check_reason(reason, why));
    work.db.run("INSERT INTO cancelled_visits (id, case_id, due_on, kind, purpose, planned_by, planned_at, reason, note_sealed, cancelled_by, cancelled_at)"
                " SELECT id, case_id, due_on, kind, purpose, planned_by, planned_at, $2, $3, $4, $5 FROM case_visits WHERE id = $1",
                id, json::name_of(reason), TRY(sealed(work, visit.file.person_id, {"cancelled_visits", "note_sealed", id.str()}, why)), work.actor.id, work.now);
    work.db.run("DELETE FROM case_visits WHERE id = $1", id);
    TRY(history::note(work, visit.file.person_id.uuid, {"visit", id.str()}, {{"due_on", visit.due_on.str()}}, {}));
    work.record({"visit.cancelled", "case_visit", id.str(), visit.file.person_id.str(),
                 {{"due_on", visit.due_on.str()}, {"reason", std::string(json::name_of(reason))}}});
    return {};
}

Result<std::vector<VisitChange>> visit_changes(Work& work, const CaseFile& file) {
    const auto key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
    std::vector<VisitChange> changes;
    const auto read = [&](store::Query query, const char* table) {
        for (const auto row : query) {
            VisitChange change{std::string(row.text(0)), row.get<Date>(1), row.get<std::optional<Date>>(2), code<VisitReason>(row.text(3)), {},
                               row.get<AccountId>(5), row.get<Instant>(6)};
            if (!row.blob(4).empty()) change.why = key.open({table, "note_sealed", change.id}, row.blob(4));
            changes.push_back(std::move(change));
        }
    };
    read(work.db.query("SELECT id, from_on, to_on, reason, note_sealed, moved_by, moved_at FROM visit_moves WHERE case_id = $1 ORDER BY id DESC LIMIT 50", file.id),
         "visit_moves");
    read(work.db.query("SELECT id, due_on, NULL, reason, note_sealed, cancelled_by, cancelled_at FROM cancelled_visits WHERE case_id = $1"
                       " ORDER BY cancelled_at DESC LIMIT 50", file.id), "cancelled_visits");
    std::ranges::sort(changes, std::ranges::greater{}, [](const VisitChange& change) { return std::pair(change.at.ms, change.id); });
    return changes;
}

}  // namespace homeward::casework

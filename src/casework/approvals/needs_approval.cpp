#include "casework/approvals/needs_approval.h"

#include "casework/need.h"
#include "casework/second_person.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

constexpr const char* kColumns =
    "SELECT a.id, a.case_id, a.submitted_by, a.submitted_at, a.decision, a.decided_by, a.decided_at, a.own_work, a.comment_sealed,"
    " EXISTS (SELECT 1 FROM case_needs n WHERE n.case_id = a.case_id AND n.recorded_at > a.submitted_at) FROM needs_approvals a";

NeedsApproval approval_of(const store::Row& row) {
    NeedsApproval approval;
    approval.id = row.get<NeedsApprovalId>(0);
    approval.case_id = row.get<CaseId>(1);
    approval.submitted_by = row.get<AccountId>(2);
    approval.submitted_at = row.get<Instant>(3);
    if (!row.is_null(4)) approval.approved = row.text(4) == "approved";
    approval.decided_by = row.get<std::optional<AccountId>>(5);
    approval.decided_at = row.get<std::optional<Instant>>(6);
    approval.own_work = row.get<bool>(7);
    approval.changed_since = row.get<bool>(9);
    return approval;
}

}  // namespace

Result<NeedsApprovalId> submit_needs(Work& work, CaseId id) {
    const CaseFile file = TRY(require_open_case(work, id, Permission::write_case));
    if (!work.db.query("SELECT 1 FROM case_needs WHERE case_id = $1", id).next()) return conflict("case.not_assessed");
    auto newest = work.db.query(std::string(kColumns) + " WHERE a.case_id = $1 ORDER BY a.id DESC LIMIT 1", id);
    if (newest.next()) {
        const NeedsApproval before = approval_of(newest.row());
        if (!before.approved) return conflict("needs.waiting");
        if (*before.approved && !before.changed_since) return conflict("needs.approved_already");
    }
    const auto made = NeedsApprovalId::make(work.now);
    work.db.run("INSERT INTO needs_approvals (id, case_id, submitted_by, submitted_at) VALUES ($1, $2, $3, $4)", made, id, work.actor.id, work.now);
    work.record({"needs.submitted", "needs_approval", made.str(), file.person_id.str()});
    return made;
}

Done decide_needs(Work& work, NeedsApprovalId id, bool approve, const std::string& comment) {
    auto query = work.db.query(std::string(kColumns) + " WHERE a.id = $1", id);
    if (!query.next()) return not_found("needs.not_found");
    const NeedsApproval approval = approval_of(query.row());
    const CaseFile file = TRY(require_open_case(work, approval.case_id, Permission::approve_assessment));
    if (approval.approved) return conflict("needs.decided");
    const bool own = TRY(second_person(work.actor, approval.submitted_by, "needs.own_work"));
    // What was not there when it was handed over has been seen by nobody else.
    if (approve && approval.changed_since) return conflict("edit.changed_meanwhile");
    if (!approve && trim(comment).empty()) return invalid("needs.comment_needed", "comment");
    TRY(check_text(comment, "comment"));
    work.db.run("UPDATE needs_approvals SET decision = $2, decided_by = $3, decided_at = $4, own_work = $5, comment_sealed = $6 WHERE id = $1", id,
                approve ? "approved" : "returned", work.actor.id, work.now, own,
                TRY(sealed(work, file.person_id, {"needs_approvals", "comment_sealed", id.str()}, comment)));
    std::map<std::string, std::string> details;
    if (own) details["own_work"] = "yes";
    work.record({approve ? "needs.approved" : "needs.returned", "needs_approval", id.str(), file.person_id.str(), std::move(details)});
    return {};
}

Result<std::vector<NeedsApproval>> needs_approvals_of(Work& work, const CaseFile& file) {
    std::vector<NeedsApproval> approvals;
    std::optional<vault::PersonKey> key;
    for (const auto row : work.db.query(std::string(kColumns) + " WHERE a.case_id = $1 ORDER BY a.id DESC", file.id)) {
        approvals.push_back(approval_of(row));
        if (row.blob(8).empty()) continue;
        if (!key) key = TRY(work.vault().key_of(work.db, file.person_id.uuid));
        approvals.back().comment = key->open({"needs_approvals", "comment_sealed", approvals.back().id.str()}, row.blob(8));
    }
    return approvals;
}

std::vector<Task> tasks_of_needs_approvals(Work& work) {
    std::vector<Task> tasks;
    const auto reach = reach_of(work.actor, Permission::approve_assessment);
    const auto add = [&](const char* kind, store::Query query) {
        for (const auto row : query) {
            tasks.push_back({kind, row.get<people::PersonId>(0), row.get<CaseId>(1), std::string(row.text(2)),
                             Date::of(row.get<Instant>(3)).plus_days(kDecideWithinDays)});
        }
    };
    if (reach != access::Reach::none) {
        add("approve_needs", work.db.query("SELECT c.person_id, c.id, l.id, l.submitted_at FROM needs_approvals l" + kWaitingHere +
                                           " AND l.decision IS NULL AND ($4 OR l.submitted_by <> $1)" + kFileNotClosed,
                                           work.actor.id, reach == access::Reach::all, work.actor.region, work.actor.approves_own_work));
    }
    if (may(work.actor, Permission::write_case)) {
        // Given back, and neither mended nor handed over since.
        add("mend_needs", work.db.query("SELECT c.person_id, c.id, a.id, a.decided_at FROM persons p JOIN case_files c ON c.person_id = p.id"
                                        " JOIN needs_approvals a ON a.case_id = c.id WHERE p.assigned_to = $1 AND a.decision = 'returned'"
                                        " AND NOT EXISTS (SELECT 1 FROM needs_approvals b WHERE b.case_id = c.id AND b.id > a.id)" + kFileNotClosed,
                                        work.actor.id));
    }
    return tasks;
}

}  // namespace homeward::casework

#include "desk/bottlenecks.h"

#include <map>

#include "access/permission.h"
#include "casework/children/care.h"
#include "casework/tasks.h"

namespace homeward::desk {
namespace {

using access::Work;

// The day on which a file reached its step. A step is a view over what was done, and so is its day.
constexpr const char* kSteps =
    "SELECT p.region, s.step, coalesce(CASE s.step"
    " WHEN 'assessed' THEN min(coalesce((SELECT min(n.recorded_at) FROM case_needs n WHERE n.case_id = c.id), '9999'),"
    "                          coalesce((SELECT min(f.decided_at) FROM form_answers f WHERE f.case_id = c.id AND f.state = 'approved'), '9999'))"
    " WHEN 'plan_draft' THEN (SELECT max(coalesce(l.decided_at, l.created_at)) FROM case_plans l WHERE l.case_id = c.id AND l.state IN ('draft', 'returned'))"
    " WHEN 'plan_submitted' THEN (SELECT max(l.submitted_at) FROM case_plans l WHERE l.case_id = c.id AND l.state = 'submitted')"
    " WHEN 'plan_approved' THEN (SELECT max(l.decided_at) FROM case_plans l WHERE l.case_id = c.id AND l.state = 'approved')"
    " WHEN 'in_service' THEN (SELECT max(l.serving_since) FROM case_plans l WHERE l.case_id = c.id AND l.state = 'approved')"
    " WHEN 'follow_up' THEN (SELECT min(v.done_on) FROM case_plans l JOIN case_visits v ON v.case_id = l.case_id"
    "                        WHERE l.case_id = c.id AND l.state = 'approved' AND v.done_on >= substr(l.decided_at, 1, 10))"
    " WHEN 'closure_proposed' THEN (SELECT max(x.proposed_at) FROM case_closures x WHERE x.case_id = c.id AND x.decision IS NULL)"
    " END, (SELECT min(r.reviewed_at) FROM case_plans l JOIN plan_reviews r ON r.plan_id = l.id WHERE l.case_id = c.id AND l.state = 'approved'), c.opened_at)"
    " FROM case_steps s JOIN case_files c ON c.id = s.case_id JOIN persons p ON p.id = c.person_id WHERE s.step <> 'closed'";

const std::string kOfFile = " JOIN case_files c ON c.id = a.case_id JOIN persons p ON p.id = c.person_id WHERE ";
const std::string kApprovals =
    "SELECT p.region, 'approve_needs', a.submitted_at FROM needs_approvals a" + kOfFile + "a.decision IS NULL" + casework::kFileNotClosed +
    " UNION ALL SELECT p.region, 'approve_assessment', a.submitted_at FROM form_answers a" + kOfFile + "a.state = 'submitted'" + casework::kFileNotClosed +
    " UNION ALL SELECT p.region, 'approve_plan', a.submitted_at FROM case_plans a" + kOfFile + "a.state = 'submitted'" + casework::kFileNotClosed +
    " UNION ALL SELECT p.region, 'approve_closure', a.proposed_at FROM case_closures a" + kOfFile + "a.decision IS NULL" +
    " UNION ALL SELECT p.region, 'approve_order', a.ordered_at FROM service_orders a" + kOfFile + "a.state = 'requested'" + casework::kFileNotClosed +
    " UNION ALL SELECT p.region, 'decide_transfer', a.proposed_at FROM case_transfers a" + kOfFile + "a.state = 'waiting'" + casework::kFileNotClosed;

/// sql   gives region, what and the day or instant since which one waits
std::vector<Bottleneck> gathered(Work& work, const std::string& sql) {
    std::map<std::pair<std::string, std::string>, std::vector<int>> days;
    const auto today = work.today().days();
    for (const auto row : work.db.query(sql)) {
        // Instants begin with their date, as days do.
        const auto since = Date::parse(row.text(2).substr(0, 10));
        if (!since || since->days() > today) continue;
        days[{std::string(row.text(0)), std::string(row.text(1))}].push_back(static_cast<int>(today - since->days()));
    }
    std::vector<Bottleneck> found;
    for (auto& [key, each] : days) found.push_back({key.first, key.second, waiting_of(std::move(each))});
    return found;
}

}  // namespace

Result<Bottlenecks> bottlenecks_of(Work& work) {
    TRY(access::require(work.actor, access::Permission::read_bottlenecks));
    const std::string review_due = casework::children::review_due_sql(work.db);
    Bottlenecks found;
    found.steps = gathered(work, kSteps);
    found.approvals = gathered(work, kApprovals);
    found.registry = gathered(work, "SELECT '', document, asked_at FROM document_requests WHERE ended_at IS NULL AND asked_of = 'registry'");
    found.services = gathered(work, "SELECT '', service, ordered_at FROM service_orders WHERE state = 'waiting'");
    found.residential = gathered(work, "SELECT p.region, 'residential', " + review_due + " FROM care_arrangements a" + kOfFile +
                                           "a.to_on IS NULL AND a.kind = 'residential' AND " + review_due + " < '" + work.today().str() + "'" + casework::kFileNotClosed);
    return found;
}

}  // namespace homeward::desk

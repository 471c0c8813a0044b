#include "casework/caseload/caseload.h"

#include <algorithm>
#include <map>

#include "casework/need.h"
#include "people/assignment.h"

namespace homeward::casework {
namespace {

using access::AccountId;
using access::Permission;
using access::Reach;
using access::Work;

struct MarkTag;
using MarkId = Id<MarkTag>;

/// The widest of the two rights that show the list.
Reach reach_here(const access::Actor& actor) {
    return std::max(reach_of(actor, Permission::read_workload), reach_of(actor, Permission::assign_person));
}

int overdue_of(Work& work, AccountId worker) {
    return work.db.query("SELECT (SELECT count(*) FROM persons p JOIN case_steps s ON s.person_id = p.id JOIN case_visits v ON v.case_id = s.case_id"
                         " WHERE p.assigned_to = $1 AND s.step <> 'closed' AND v.done_on IS NULL AND v.due_on < $2)"
                         " + (SELECT count(*) FROM persons p JOIN case_steps s ON s.person_id = p.id JOIN case_plans l ON l.case_id = s.case_id AND l.state = 'approved'"
                         " WHERE p.assigned_to = $1 AND s.step <> 'closed' AND l.review_on < $2)", worker, work.today()).value<int>().value_or(0);
}

}  // namespace

Result<Caseload> caseload_of(Work& work, const people::Register& people, const std::string& region) {
    const Reach reach = reach_here(work.actor);
    if (reach < Reach::region) return forbidden("access.not_allowed");
    const std::string where = reach == Reach::region ? work.actor.region : region;
    if (!region.empty() && region != where) return forbidden("access.not_yours");
    std::map<AccountId, Load> loads;
    for (auto& account : people::assignable_workers(work.db, where)) {
        const AccountId id = account.id;
        loads[id].worker = std::move(account);
    }
    people.each([&](const people::PersonFacts& person) {
        if (!person.assigned_to) return;
        const auto found = loads.find(*person.assigned_to);
        if (found == loads.end()) return;
        ++found->second.people;
        if (person.step != people::CaseStep::none && person.step != people::CaseStep::closed) ++found->second.open_cases;
    });
    Caseload caseload;
    for (auto& [id, load] : loads) {
        load.overdue = overdue_of(work, id);
        caseload.workers.push_back(std::move(load));
    }
    std::ranges::sort(caseload.workers, [](const Load& a, const Load& b) { return std::pair(-a.open_cases, a.worker.username) < std::pair(-b.open_cases, b.worker.username); });
    auto mark = work.db.query("SELECT mark, source FROM caseload_marks ORDER BY id DESC LIMIT 1");
    if (mark.next()) {
        caseload.mark = mark.row().get<int>(0);
        caseload.source = mark.row().text(1);
    } else {
        caseload.source = "Child Protection Minimum Standards (2019), 18";
    }
    return caseload;
}

Done set_caseload_mark(Work& work, int mark, const std::string& source) {
    if (reach_of(work.actor, Permission::assign_person) != Reach::all) return forbidden("access.not_allowed");
    if (mark < 1 || mark > 200) return invalid("caseload.mark", "mark", {{"min", "1"}, {"max", "200"}});
    if (trim(source).empty()) return invalid("caseload.source_needed", "source");
    TRY(check_text(source, "source"));
    const auto id = MarkId::make(work.now);
    work.db.run("INSERT INTO caseload_marks (id, mark, source, set_by, set_at) VALUES ($1, $2, $3, $4, $5)", id, mark, source, work.actor.id, work.now);
    work.record({"caseload.mark_set", "caseload_mark", id.str(), {}, {{"mark", std::to_string(mark)}}});
    return {};
}

}  // namespace homeward::casework

#include "casework/caseload/caseload.h"

#include <algorithm>
#include <map>
#include <unordered_map>

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

/// Planned visits whose day has passed, and days by which plans should have been looked at again, by person. Closed files are
/// among them: the register knows which those are.
std::unordered_map<people::PersonId, int> late_by_person(Work& work) {
    std::unordered_map<people::PersonId, int> late;
    // From the few that are late to their files, in this order: the other way it costs what everybody has.
    for (const char* what : {"case_visits l CROSS JOIN case_files c ON c.id = l.case_id WHERE l.done_on IS NULL AND l.due_on < $1",
                             "case_plans l CROSS JOIN case_files c ON c.id = l.case_id WHERE l.state = 'approved' AND l.review_on < $1"}) {
        for (const auto row : work.db.query(std::string("SELECT c.person_id FROM ") + what, work.today())) ++late[row.get<people::PersonId>(0)];
    }
    return late;
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
    const auto late = late_by_person(work);
    people.each([&](const people::PersonFacts& person) {
        if (!person.assigned_to) return;
        const auto found = loads.find(*person.assigned_to);
        if (found == loads.end()) return;
        ++found->second.people;
        if (person.step == people::CaseStep::none || person.step == people::CaseStep::closed) return;
        ++found->second.open_cases;
        if (const auto of_person = late.find(person.id); of_person != late.end()) found->second.overdue += of_person->second;
    });
    Caseload caseload;
    for (auto& [id, load] : loads) {
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

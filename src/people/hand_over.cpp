#include "people/hand_over.h"

#include <algorithm>
#include <set>

#include "history/history.h"
#include "people/assignment.h"
#include "people/circle.h"
#include "people/person_rules.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::AccountId;

bool may_carry(store::Connection& db, const std::string& region, AccountId account) {
    const auto workers = assignable_workers(db, region);
    return std::ranges::any_of(workers, [&](const auto& each) { return each.id == account; });
}

}  // namespace

Done hand_over(access::Work& work, Register& reg, PersonId person, const std::string& region, const std::string& district, AccountId to) {
    if (!reg.has_region(region)) return invalid("person.unknown_region", "to_region");
    if (!may_carry(work.db, region, to)) return invalid("person.not_assignable", "account_id");
    const Person before = TRY(get_person(work, person));
    const bool moves = before.region != region;
    const std::string place = district.empty() && !moves ? before.district : district;
    work.db.run("UPDATE persons SET assigned_to = $2, region = $3, district = $4, version = version + 1 WHERE id = $1", person, to, region, place);
    if (moves) work.db.run("UPDATE person_circle SET ended_by = $2, ended_at = $3 WHERE person_id = $1 AND ended_at IS NULL", person, work.actor.id, work.now);
    TRY(history::note(work, person.uuid, {"person", person.str()},
                      {{"assigned_to", before.assigned_to ? before.assigned_to->str() : ""}, {"region", before.region}, {"district", before.district}},
                      {{"assigned_to", to.str()}, {"region", region}, {"district", place}}));
    work.record({"person.handed_over", "person", person.str(), person.str(), {{"account", to.str()}, {"region", region}}});
    const Person after = TRY(get_person(work, person));
    work.after_commit([&reg, entry = entry_of(after)]() mutable { reg.put(std::move(entry)); });
    return {};
}

Done assign_persons(access::Work& work, Register& reg, std::span<const Assignment> assignments) {
    if (assignments.empty()) return invalid("assignment.none", "assignments");
    if (assignments.size() > kMostAssignments) return invalid("assignment.too_long", "assignments", {{"most", std::to_string(kMostAssignments)}});
    std::set<PersonId> seen;
    std::set<std::pair<std::string, AccountId>> carrying;  // asked once for each worker and region
    std::size_t taken = 0;
    for (std::size_t i = 0; i < assignments.size(); ++i) {
        const auto& [person, account] = assignments[i];
        const std::string at = "assignments/" + std::to_string(i);
        if (!seen.insert(person).second) return invalid("assignment.twice", at);
        TRY(require_person(work.db, work.actor, access::Permission::assign_person, person));
        const PersonRelation relation = TRY(relation_of(work.db, person));
        if (relation.assigned_to) {
            ++taken;
            continue;
        }
        if (!carrying.contains({relation.region, account})) {
            if (!may_carry(work.db, relation.region, account)) return invalid("person.not_assignable", at);
            carrying.insert({relation.region, account});
        }
        work.db.run("UPDATE persons SET assigned_to = $1, version = version + 1 WHERE id = $2", account, person);
        TRY(history::note(work, person.uuid, {"person", person.str()}, {}, {{"assigned_to", account.str()}}));
        work.record({"person.assigned", "person", person.str(), person.str(), {{"account", account.str()}}});
        work.after_commit([&reg, person, account] { reg.set_assigned(person, account); });
    }
    // Nobody takes somebody's people away by an old list: all stays as it was, and the list is read anew.
    if (taken > 0) return conflict("assignment.taken", {{"count", std::to_string(taken)}});
    return {};
}

}  // namespace homeward::people

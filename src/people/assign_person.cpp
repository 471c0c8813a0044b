#include "access/accounts.h"
#include "history/history.h"
#include "people/assignment.h"
#include "people/create_person.h"
#include "people/person_store.h"
#include "people/register.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

bool carries_cases(access::Role role) { return role == access::Role::social_worker || role == access::Role::supervisor; }

bool works_in(const access::Actor& account, const std::string& region) {
    return account.region.empty() || region.empty() || account.region == region;
}

}  // namespace

std::vector<access::Actor> assignable_workers(store::Connection& db, const std::string& region) {
    std::vector<access::Actor> workers;
    for (auto& account : access::list_accounts(db, std::nullopt, "")) {
        if (carries_cases(account.role) && works_in(account, region)) workers.push_back(std::move(account));
    }
    return workers;
}

Done assign_person(access::Work& work, Register& reg, PersonId person, access::AccountId account) {
    TRY(require_person(work.db, work.actor, access::Permission::assign_person, person));
    const auto relation = TRY(relation_of(work.db, person));
    const auto workers = assignable_workers(work.db, relation.region);
    const bool may_be = std::any_of(workers.begin(), workers.end(), [&](const auto& each) { return each.id == account; });
    if (!may_be) return invalid("person.not_assignable", "account_id");
    if (relation.assigned_to == account) return {};
    work.db.run("UPDATE persons SET assigned_to = $1, version = version + 1 WHERE id = $2", account, person);
    TRY(history::note(work, person.uuid, {"person", person.str()}, {{"assigned_to", relation.assigned_to ? relation.assigned_to->str() : ""}},
                      {{"assigned_to", account.str()}}));
    work.record({"person.assigned", "person", person.str(), person.str(), {{"account", account.str()}}});
    work.after_commit([&reg, person, account] { reg.set_assigned(person, account); });
    return {};
}

}  // namespace homeward::people

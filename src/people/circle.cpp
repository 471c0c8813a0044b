#include "people/circle.h"

#include <algorithm>

#include "access/accounts.h"
#include "history/history.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

using access::AccountId;
using access::Permission;
using access::Work;

std::string_view name_of(CirclePart part) { return part == CirclePart::psychologist ? "psychologist" : "co_worker"; }
access::Role role_of(CirclePart part) { return part == CirclePart::psychologist ? access::Role::psychologist : access::Role::social_worker; }

/// What the history of a person says of a naming: whose it is, while it stands.
Done note_naming(Work& work, PersonId person, NamingId id, CirclePart part, AccountId account, bool stands) {
    const auto staff = access::get_account(work.db, account);
    const history::Fields named{{std::string(name_of(part)), staff ? staff->name : account.str()}};
    return history::note(work, person.uuid, {"circle", id.str()}, stands ? history::Fields{} : named, stands ? named : history::Fields{});
}

}  // namespace

std::vector<access::Actor> nameable(store::Connection& db, const std::string& region, CirclePart part) {
    std::vector<access::Actor> found;
    for (auto& account : access::list_accounts(db, role_of(part), "")) {
        if (account.region.empty() || account.region == region) found.push_back(std::move(account));
    }
    return found;
}

bool in_circle(store::Connection& db, PersonId person, AccountId account, CirclePart part) {
    return db.query("SELECT 1 FROM person_circle WHERE person_id = $1 AND account_id = $2 AND part = $3 AND ended_at IS NULL", person, account,
                    name_of(part)).next();
}

Result<NamingId> name_in_circle(Work& work, PersonId person, AccountId account, CirclePart part) {
    const PersonRelation relation = TRY(relation_of(work.db, person));
    TRY(access::require(work.actor, Permission::name_circle, relation));
    const auto staff = nameable(work.db, relation.region, part);
    if (std::ranges::none_of(staff, [&](const auto& each) { return each.id == account; })) return invalid("circle.not_nameable", "account_id");
    if (relation.assigned_to == account || in_circle(work.db, person, account, part)) return conflict("circle.named_already");
    const auto id = NamingId::make(work.now);
    work.db.run("INSERT INTO person_circle (id, person_id, account_id, part, named_by, named_at) VALUES ($1, $2, $3, $4, $5, $6)", id, person, account,
                name_of(part), work.actor.id, work.now);
    TRY(note_naming(work, person, id, part, account, true));
    work.record({"circle.named", "person", person.str(), person.str(), {{"account", account.str()}, {"part", std::string(name_of(part))}}});
    return id;
}

Done end_naming(Work& work, NamingId id) {
    auto query = work.db.query("SELECT person_id, account_id, part, ended_at FROM person_circle WHERE id = $1", id);
    if (!query.next()) return not_found("circle.not_found");
    const auto person = query.row().get<PersonId>(0);
    const auto account = query.row().get<AccountId>(1);
    const auto part = query.row().text(2) == "psychologist" ? CirclePart::psychologist : CirclePart::co_worker;
    TRY(require_person(work.db, work.actor, Permission::name_circle, person));
    if (!query.row().is_null(3)) return conflict("circle.ended_already");
    work.db.run("UPDATE person_circle SET ended_by = $2, ended_at = $3 WHERE id = $1", id, work.actor.id, work.now);
    TRY(note_naming(work, person, id, part, account, false));
    work.record({"circle.ended", "person", person.str(), person.str(), {{"account", account.str()}, {"part", std::string(name_of(part))}}});
    return {};
}

std::vector<Naming> circle_of(store::Connection& db, PersonId person) {
    std::vector<Naming> namings;
    for (const auto row : db.query("SELECT id, account_id, part, named_by, named_at, ended_by, ended_at FROM person_circle WHERE person_id = $1"
                                   " ORDER BY ended_at IS NOT NULL, id DESC", person)) {
        namings.push_back({row.get<NamingId>(0), person, row.get<AccountId>(1), row.text(2) == "psychologist" ? CirclePart::psychologist : CirclePart::co_worker,
                           row.get<AccountId>(3), row.get<Instant>(4), row.get<std::optional<AccountId>>(5), row.get<std::optional<Instant>>(6)});
    }
    return namings;
}

}  // namespace homeward::people

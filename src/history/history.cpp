#include "history/history.h"

#include <set>

#include "vault/vault.h"

namespace homeward::history {
namespace {

constexpr std::string_view kCompartments[] = {"record", "psychosocial", "grants"};

std::string_view name_of(Compartment compartment) { return kCompartments[static_cast<std::size_t>(compartment)]; }

vault::Place place(const char* column, ChangeId id) { return {"field_changes", column, id.str()}; }

const std::string& value_in(const Fields& fields, const std::string& field) {
    static const std::string kNothing;
    const auto found = fields.find(field);
    return found == fields.end() ? kNothing : found->second;
}

}  // namespace

Done note(access::Work& work, const Uuid& person, const Thing& thing, const Fields& before, const Fields& after) {
    std::set<std::string> names;
    for (const auto& [field, value] : before) names.insert(field);
    for (const auto& [field, value] : after) names.insert(field);
    std::optional<vault::PersonKey> key;
    for (const auto& field : names) {
        const std::string &was = value_in(before, field), &is = value_in(after, field);
        if (was == is) continue;
        if (!key) key = TRY(work.vault().key_of(work.db, person));
        const auto id = ChangeId::make(work.now);
        work.db.run("INSERT INTO field_changes (id, person_id, compartment, thing, thing_id, field, before_sealed, after_sealed, changed_by, changed_at)"
                    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    id, person, name_of(thing.compartment), thing.kind, thing.id, field, key->seal(place("before_sealed", id), was),
                    key->seal(place("after_sealed", id), is), work.actor.id, work.now);
    }
    return {};
}

Result<std::vector<Change>> changes_of(access::Work& work, const Uuid& person, std::span<const Compartment> compartments,
                                       std::string_view thing_id, std::optional<ChangeId> before, int most) {
    const auto key = TRY(work.vault().key_of(work.db, person));
    const auto may_see = [&](Compartment each) { return std::ranges::find(compartments, each) != compartments.end(); };
    std::vector<Change> changes;
    for (const auto row : work.db.query("SELECT id, thing, thing_id, field, before_sealed, after_sealed, changed_by, changed_at FROM field_changes"
                                        " WHERE person_id = $1 AND ((compartment = 'record' AND $2) OR (compartment = 'psychosocial' AND $3)"
                                        " OR (compartment = 'grants' AND $4)) AND ($5 = '' OR thing_id = $5) AND ($6 = '' OR id < $6)"
                                        " ORDER BY id DESC LIMIT $7",
                                        person, may_see(Compartment::record), may_see(Compartment::psychosocial), may_see(Compartment::grants),
                                        thing_id, before ? before->str() : "", most)) {
        const auto id = row.get<ChangeId>(0);
        changes.push_back({id, std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)), key.open(place("before_sealed", id), row.blob(4)),
                           key.open(place("after_sealed", id), row.blob(5)), row.get<access::AccountId>(6), row.get<Instant>(7)});
    }
    return changes;
}

}  // namespace homeward::history

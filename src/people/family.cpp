#include "people/family.h"

#include <set>

#include "people/create_person.h"
#include "people/operations.h"
#include "people/person_store.h"
#include "people/relation.h"

namespace homeward::people {
namespace {

Result<Family> load_family(access::Work& work, FamilyId id, std::optional<PersonId>& head) {
    auto query = work.db.query("SELECT code, stage_id, head_person_id FROM families WHERE id = $1", id);
    if (!query.next()) return not_found("family.not_found");
    Family family;
    family.id = id;
    family.code = query.row().text(0);
    family.stage_id = query.row().text(1);
    head = query.row().get<std::optional<PersonId>>(2);
    return family;
}

}  // namespace

Result<FamilyId> create_family(access::Work& work, const Register& reg, const std::string& stage_id) {
    TRY(access::require(work.actor, access::Permission::edit_person));
    if (!stage_id.empty() && !stage_stands(work.db, reg, stage_id)) return invalid("person.unknown_stage", "stage_id");
    const auto id = FamilyId::make(work.now);
    const auto number = std::to_string(next_number(work, "family"));
    const std::string zeros(number.size() < 5 ? 5 - number.size() : 0, '0');
    work.db.run("INSERT INTO families (id, code, stage_id, created_at) VALUES ($1, $2, $3, $4)", id,
                reg.state() + "-F-" + zeros + number, stage_id.empty() ? std::nullopt : std::optional(stage_id), work.now);
    work.record({"family.created", "family", id.str()});
    return id;
}

Done set_family_head(access::Work& work, FamilyId family, PersonId head) {
    const auto member_of = work.db.query("SELECT family_id FROM persons WHERE id = $1 AND family_id IS NOT NULL", head)
                               .value<FamilyId>();
    if (member_of != family) return not_found("person.not_found");
    TRY(require_person(work.db, work.actor, access::Permission::edit_person, head));
    if (work.db.run("UPDATE families SET head_person_id = $1 WHERE id = $2", head, family) == 0) return not_found("family.not_found");
    work.record({"family.head_set", "family", family.str(), head.str()});
    return {};
}

Result<Family> read_family(access::Work& work, const Register& reg, FamilyId id) {
    if (opens_no_records(work.actor)) return not_found("family.not_found");
    TRY(access::require(work.actor, access::Permission::read_person));
    std::optional<PersonId> head;
    Family family = TRY(load_family(work, id, head));
    for (auto& person : reg.family(id)) {
        if (!access::may(work.actor, access::Permission::read_person, {person.region, person.assigned_to})) {
            ++family.hidden;
            continue;
        }
        const auto relationship = work.db.query("SELECT relationship FROM persons WHERE id = $1", person.id).value<std::string>();
        family.members.push_back({std::move(person), relationship.value_or(""), false});
        family.members.back().head = head == family.members.back().person.id;
    }
    // Whether a family exists is nobody's business who may read none of its members.
    if (family.members.empty()) return not_found("family.not_found");
    work.record({"family.read", "family", id.str()});
    return family;
}

}  // namespace homeward::people

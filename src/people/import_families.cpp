#include "people/import_families.h"

#include <set>

#include "people/create_person.h"

namespace homeward::people {

Result<FamilyPlan> FamilyPlan::make(access::Work& work, const Register& reg, const ArrivalVerdict& verdict,
                                    const std::vector<ListedGroup>& groups, const std::string& stage_id) {
    std::map<int, std::optional<FamilyId>> known;  // rows to be imported; the family of those the register has
    for (const auto& group : groups) {
        std::optional<FamilyId> family;
        if (group.person) {
            if (const auto person = reg.find(*group.person)) family = person->family_id;
        }
        for (const int place : group.rows) known[verdict.rows[static_cast<std::size_t>(place)].row] = family;
    }
    FamilyPlan plan;
    for (const auto& listed : verdict.families) {
        std::set<FamilyId> there;
        bool anybody = false;
        for (const int row : listed.rows) {
            const auto found = known.find(row);
            if (found == known.end()) continue;
            anybody = true;
            if (found->second) there.insert(*found->second);
        }
        if (!anybody) continue;
        const bool is_new = there.size() != 1;
        const FamilyId id = is_new ? TRY(create_family(work, reg, stage_id)) : *there.begin();
        if (is_new) plan.heads_[id] = listed.head_row;
        for (const int row : listed.rows) plan.by_row_.emplace(row, id);
    }
    return plan;
}

std::optional<FamilyId> FamilyPlan::family_of(int row) const {
    const auto found = by_row_.find(row);
    return found == by_row_.end() ? std::nullopt : std::optional(found->second);
}

Done FamilyPlan::set_heads(access::Work& work, const std::map<int, PersonId>& person_of_row) const {
    for (const auto& [family, head_row] : heads_) {
        if (!head_row) continue;
        const auto person = person_of_row.find(*head_row);
        // The head may have been refused, or belong to another family of the register.
        if (person == person_of_row.end()) continue;
        const auto own = work.db.query("SELECT family_id FROM persons WHERE id = $1 AND family_id IS NOT NULL", person->second).value<FamilyId>();
        if (own == family) TRY(set_family_head(work, family, person->second));
    }
    return {};
}

}  // namespace homeward::people

#pragma once
// Which family each row of a list belongs to: one that is made now, or one that the register has already.

#include <map>
#include <vector>

#include "access/work.h"
#include "people/import_pairs.h"
#include "people/register.h"

namespace homeward::people {

class FamilyPlan {
public:
    /// Makes the families of a list. A listed family whose members the register knows in exactly one family is that
    /// family; one without any person to be imported is not made.
    static Result<FamilyPlan> make(access::Work& work, const Register& reg, const ArrivalVerdict& verdict,
                                   const std::vector<ListedGroup>& groups, const std::string& stage_id);

    std::optional<FamilyId> family_of(int row) const;
    /// Sets the heads of the families made.
    Done set_heads(access::Work& work, const std::map<int, PersonId>& person_of_row) const;
    int made() const { return static_cast<int>(heads_.size()); }

private:
    std::map<int, FamilyId> by_row_;
    std::map<FamilyId, std::optional<int>> heads_;  ///< of those made: the row of the head
};

}  // namespace homeward::people

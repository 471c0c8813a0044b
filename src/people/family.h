#pragma once

#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

/// A family as its page shows it.
///
/// members   those the reader may read, in name order, with their relationship to the head
/// hidden    how many members the reader may not read
struct Family {
    struct Member {
        RegisterItem person;
        std::string relationship;
        bool head = false;
    };
    FamilyId id;
    std::string code;
    std::string stage_id;
    std::vector<Member> members;
    std::size_t hidden = 0;
};

/// Opens a family's page; leaves a line in the log.
/// errors    not_found `family.not_found`, also when no member is in the reader's reach
Result<Family> read_family(access::Work& work, const Register& reg, FamilyId id);

}  // namespace homeward::people

#pragma once

#include "access/accounts.h"
#include "people/person.h"
#include "people/register.h"

namespace homeward::people {

/// `create_person` but for the register in memory: the caller puts the entry there after the commit, many at once.
Result<RegisterEntry> add_person(access::Work& work, const Register& reg, const NewPerson& person);

}  // namespace homeward::people

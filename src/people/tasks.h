#pragma once

#include <string>
#include <vector>

#include "access/work.h"
#include "people/ids.h"

namespace homeward::people {

/// Something about a person that waits for whoever works with them. It knows of no case file: casework shows it.
struct PersonTask {
    std::string kind;
    PersonId person_id;
    std::string subject_id;
    Date due_on;
    std::string detail = {};  ///< a code that the page translates
};

}  // namespace homeward::people

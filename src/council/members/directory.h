#pragma once
// The list of bodies, as it stood on a day.

#include "council/members/body.h"

namespace homeward::council {

/// words     each must be found in code or names, in either script
/// tier      member, observer, partner; `none` for bodies that are nothing to the Council; empty for any
/// language  of the names that are shown and sorted by
struct DirectoryQuestion {
    std::string words = {}, tier = {}, kind = {};
    Date on = {};
    std::string language = "en";
    int offset = 0;
    int limit = 50;
};

struct DirectoryLine {
    std::string code, kind, country, name, short_name, tier;
};
struct DirectoryPage {
    std::vector<DirectoryLine> lines;
    std::int64_t total = 0;
};

/// errors    invalid `body.search_long`
Result<DirectoryPage> list_bodies(access::Work& work, const DirectoryQuestion& question);

}  // namespace homeward::council

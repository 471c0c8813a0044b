#pragma once

#include <string>
#include <vector>

#include "council/returns/release.h"

namespace homeward::council {

/// What one indicator of a release says in a line. A hidden figure is hidden here too.
///
/// total      all that the indicator concerns
/// reached    those of them whom it reached; nothing where the indicator counts people alone
/// crossings  the classifications of each of its tables, joined by `,`
/// cells, hidden  of all its tables
struct Headline {
    statistics::DefinitionRef definition;
    std::string population;
    int floor = 0;
    statistics::ReleasedCell total;
    std::optional<statistics::ReleasedCell> reached;
    std::vector<std::string> crossings;
    std::size_t cells = 0, hidden = 0;
};

/// One for each indicator of a release, in the order of its tables.
std::vector<Headline> headlines_of(const statistics::Release& release);

}  // namespace homeward::council

#pragma once
// A return beside what everybody has seen already.

#include <optional>
#include <vector>

#include "statistics/returns/release_json.h"

namespace homeward::statistics {

/// How a cell stands beside the last release that had it.
enum class Change {
    first,         ///< no earlier release had it
    same,          ///< shown then and now, the same figure
    changed,       ///< shown then and now, another figure
    newly_shown,   ///< hidden then
    newly_hidden,  ///< shown then
    still_hidden,
};

struct LastShown {
    std::int64_t persons = 0;
    Date on;  ///< reference date of the release that showed it
};

struct CellChange {
    Change change = Change::first;
    std::optional<LastShown> last;
};

/// The shape of the tables' cells. Cells are the same when indicator, version, population and categories are, whatever else their
/// tables are crossed by.
///
/// earlier   oldest first; what was withdrawn was seen all the same
std::vector<std::vector<CellChange>> changes_since(const Release& release, const std::vector<Release>& earlier);

}  // namespace homeward::statistics

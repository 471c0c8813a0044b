#pragma once
// What a State released last of a figure that it hides now.

#include <cstddef>
#include <string>
#include <vector>

#include "council/returns/release.h"

namespace homeward::council {

/// A hidden cell of a release, with the value that an earlier one showed.
///
/// table, cell  where it stands in the release: key of the table, index in its cells
/// persons      as it was shown
/// on           the day that it counted
struct LastShownCell {
    std::string table;
    std::size_t cell = 0;
    std::int64_t persons = 0;
    Date on;
};

/// Of every hidden cell the last value that the State showed of it, where it did: same indicator, version, population and categories, an
/// earlier day, in a release that still stands. It says nothing of why the cell is hidden now.
/// errors    not_found `release.not_found`
Result<std::vector<LastShownCell>> last_shown(store::Connection& db, ReleaseId id);

}  // namespace homeward::council

#pragma once
// Cells of a release's system and of all earlier ones, by the names that people read.

#include "statistics/kernel/release_system.h"

namespace homeward::statistics {

/// Release, table and cell of each label, this release's first; without a width.
std::vector<ProtectedRelease::Told> names_of(const ReleaseSystem& made, int cell);

/// The first of them. Nothing but empty names for a cell that has none.
ProtectedRelease::Told name_of(const ReleaseSystem& made, int cell);

/// The index in the system; -1 where nothing is named so.
int cell_of(const ReleaseSystem& made, const ProtectedRelease::Told& name);

bool same_name(const ProtectedRelease::Told& a, const ProtectedRelease::Told& b);

}  // namespace homeward::statistics

#include "council/returns/last_shown.h"

#include <algorithm>

#include "statistics/returns/return_changes.h"

namespace homeward::council {
namespace {

/// The State's releases of earlier days that nobody corrected or took back, oldest first: what was wrong is not told again.
Result<std::vector<statistics::Release>> standing_before(store::Connection& db, const ReceivedRelease& release) {
    std::vector<ReceivedRelease> lines = list_releases(db);
    std::erase_if(lines, [&](const auto& one) { return one.state != release.state || !one.current || !(one.reference_date < release.reference_date); });
    std::ranges::sort(lines, {}, &ReceivedRelease::reference_date);
    std::vector<statistics::Release> releases;
    for (const auto& line : lines) releases.push_back(TRY(get_release(db, line.id)));
    return releases;
}

}  // namespace

Result<std::vector<LastShownCell>> last_shown(store::Connection& db, ReleaseId id) {
    const auto release = TRY(get_release(db, id));
    const auto lines = list_releases(db);
    const auto line = std::ranges::find(lines, id, &ReceivedRelease::id);
    const auto changes = statistics::changes_since(release, TRY(standing_before(db, *line)));
    std::vector<LastShownCell> cells;
    for (std::size_t t = 0; t < release.tables.size(); ++t) {
        for (std::size_t cell = 0; cell < changes[t].size(); ++cell) {
            const auto& last = changes[t][cell].last;
            if (release.tables[t].cells[cell].hidden() && last) cells.push_back({release.tables[t].key, cell, last->persons, last->on});
        }
    }
    return cells;
}

}  // namespace homeward::council

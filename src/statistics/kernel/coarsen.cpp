#include "statistics/kernel/coarsen.h"

#include <utility>

namespace homeward::statistics {

Table without(const Table& table, const std::string& classification) {
    Table coarser{table.key, table.definition, table.population, {}, {}, {}};
    for (const auto& dimension : table.dimensions) if (dimension.key != classification) coarser.dimensions.push_back(dimension);
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        const std::vector<int> at = indices_of(table.dimensions, cell);
        bool stays = true;
        for (std::size_t d = 0; d < at.size(); ++d) {
            stays = stays && (table.dimensions[d].key != classification || is_total(table.dimensions, d, at[d]));
        }
        // Row-major order stays row-major when one index is held.
        if (!stays) continue;
        coarser.counts.push_back(table.counts[cell]);
        if (!table.people.empty()) coarser.people.push_back(table.people[cell]);
    }
    return coarser;
}

Result<CoarserRelease> protect_coarser(TableSet set, const Rules& rules) {
    auto safe = protect(set, rules);
    if (safe) return CoarserRelease{std::move(set), std::move(*safe), {}};
    if (safe.error().key != "statistics.cannot_protect") return safe.error();
    CoarserRelease release;
    Table headline = set.tables.front();
    for (const auto& dimension : set.tables.front().dimensions) {
        release.given_up.push_back({headline.key, dimension.key});
        headline = without(headline, dimension.key);
    }
    for (const auto& table : set.tables) {
        if (table.key != headline.key) release.given_up.push_back({table.key, ""});
    }
    release.counts.tables = {std::move(headline)};
    release.safe = TRY(protect(release.counts, rules));
    return release;
}

}  // namespace homeward::statistics

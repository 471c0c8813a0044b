#include "statistics/coarsen.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

bool is_outcome(const Dimension& dimension) { return dimension.key.starts_with("outcome."); }

/// What to give up next: the largest, outcomes after all others.
std::string costliest(const Table& table) {
    const auto rank = [](const Dimension& dimension) { return std::pair(is_outcome(dimension) ? 0 : 1, dimension.categories.size()); };
    const auto found = std::ranges::max_element(table.dimensions, {}, rank);
    return found == table.dimensions.end() ? "" : found->key;
}

}  // namespace

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
    std::vector<GivenUp> given_up;
    for (;;) {
        auto safe = protect(set, rules);
        if (safe) return CoarserRelease{std::move(set), std::move(*safe), std::move(given_up)};
        const auto failing = std::ranges::find(set.tables, safe.error().field, &Table::key);
        if (safe.error().key != "statistics.cannot_protect" || failing == set.tables.end()) return safe.error();
        const std::string classification = costliest(*failing);
        given_up.push_back({failing->key, classification});
        if (classification.empty()) set.tables.erase(failing);
        else *failing = without(*failing, classification);
    }
}

}  // namespace homeward::statistics

#include "council/returns/headlines.h"

#include <algorithm>

#include "statistics/returns/formats/observations.h"

namespace homeward::council {
namespace {

using statistics::ReleasedCell;
using statistics::ReleasedTable;

/// The cell of all totals stands last; that of all who were reached, where there is an outcome.
std::optional<ReleasedCell> reached_in(const ReleasedTable& table) {
    std::vector<int> at;
    bool outcome = false;
    for (const auto& dimension : table.dimensions) {
        const auto reached = std::ranges::find(dimension.categories, "reached");
        const bool this_one = statistics::classification_of(dimension) == "outcome" && reached != dimension.categories.end();
        at.push_back(static_cast<int>((this_one ? reached : dimension.categories.end()) - dimension.categories.begin()));
        outcome = outcome || this_one;
    }
    return outcome ? std::optional(table.cells[statistics::cell_at(table.dimensions, at)]) : std::nullopt;
}

std::string crossing_of(const ReleasedTable& table) {
    std::string names;
    for (const auto& dimension : table.dimensions) names += (names.empty() ? "" : ",") + statistics::classification_of(dimension);
    return names;
}

}  // namespace

std::vector<Headline> headlines_of(const statistics::Release& release) {
    std::vector<Headline> all;
    for (const auto& table : release.tables) {
        auto found = std::ranges::find(all, table.definition, &Headline::definition);
        if (found == all.end()) {
            all.push_back({table.definition, table.population, release.rules.floor_for(table.definition.indicator), table.cells.back(), reached_in(table), {}, 0, 0});
            found = all.end() - 1;
        }
        found->crossings.push_back(crossing_of(table));
        found->cells += table.cells.size();
        found->hidden += static_cast<std::size_t>(std::ranges::count_if(table.cells, &ReleasedCell::hidden));
    }
    return all;
}

}  // namespace homeward::council

#include "statistics/kernel/release_seen.h"

#include <algorithm>
#include <string>

namespace homeward::statistics {

std::vector<SeenRelease> seen_releases(const ReleaseProblem& problem, const ReleaseSystem& made, const Pattern& hidden) {
    std::vector<SeenRelease> releases;
    std::vector<std::string> names;
    const auto add = [&](SeenRelease& release, const Table& table, auto shown) {
        release.tables.push_back({table.key, table.definition, table.population, table.dimensions, {}});
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
            release.tables.back().cells.push_back(shown(cell) ? std::optional(table.counts[cell]) : std::nullopt);
        }
    };
    for (const auto& earlier : problem.earlier) {
        if (earlier.unseen) continue;
        const auto known = std::ranges::find(names, earlier.release);
        if (known == names.end()) {
            names.push_back(earlier.release);
            releases.push_back({"", earlier.reference_date, earlier.rules.value_or(problem.rules), {}});
        }
        add(releases[static_cast<std::size_t>(std::ranges::find(names, earlier.release) - names.begin())], earlier.table,
            [&](std::size_t cell) { return earlier.shown[cell] != 0; });
    }
    releases.push_back({"", problem.reference_date, problem.rules, {}});
    std::size_t label = 0;
    for (const auto& table : problem.tables.tables) {
        add(releases.back(), table, [&](std::size_t cell) {
            const int own = made.system.cell_of[label + cell];
            return own < 0 || !hidden[static_cast<std::size_t>(own)];
        });
        label += table.counts.size();
    }
    return releases;
}

}  // namespace homeward::statistics

#include "statistics/kernel/release_names.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

/// Earlier tables are called by their release and, after a slash, by their own key.
ProtectedRelease::Told named(const Table& table, bool earlier, std::size_t cell) {
    const std::string name = cell_name(table.dimensions, cell);
    const std::size_t slash = earlier ? table.key.find('/') : std::string::npos;
    if (slash == std::string::npos) return {"", table.key, name};
    return {table.key.substr(0, slash), table.key.substr(slash + 1), name};
}

bool is_earlier(char kind) { return kind == 1 || kind == 2; }

}  // namespace

bool same_name(const ProtectedRelease::Told& a, const ProtectedRelease::Told& b) {
    return a.release == b.release && a.table == b.table && a.cell == b.cell;
}

std::vector<ProtectedRelease::Told> names_of(const ReleaseSystem& made, int cell) {
    std::vector<ProtectedRelease::Told> names;
    std::size_t label = 0;
    for (const auto& table : made.tables.tables) {
        for (std::size_t c = 0; c < table.counts.size(); ++c, ++label) {
            if (made.system.cell_of[label] == cell) names.push_back(named(table, is_earlier(made.earlier[label]), c));
        }
    }
    const auto bound = std::ranges::find(made.bounds, cell, &Bound::cell);
    if (names.empty() && bound != made.bounds.end()) names.push_back({bound->told.release, bound->told.table, bound->told.cell});
    return names;
}

ProtectedRelease::Told name_of(const ReleaseSystem& made, int cell) {
    const auto names = names_of(made, cell);
    return names.empty() ? ProtectedRelease::Told{} : names.front();
}

int cell_of(const ReleaseSystem& made, const ProtectedRelease::Told& name) {
    std::size_t label = 0;
    for (const auto& table : made.tables.tables) {
        for (std::size_t c = 0; c < table.counts.size(); ++c, ++label) {
            if (same_name(named(table, is_earlier(made.earlier[label]), c), name)) return made.system.cell_of[label];
        }
    }
    const auto bound = std::ranges::find_if(made.bounds, [&](const Bound& each) { return same_name(each.told, name); });
    return bound == made.bounds.end() ? -1 : bound->cell;
}

}  // namespace homeward::statistics

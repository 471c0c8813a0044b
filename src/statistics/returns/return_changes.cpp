#include "statistics/returns/return_changes.h"

#include <map>
#include <string>

namespace homeward::statistics {
namespace {

/// What a cell counts, whichever table it stands in.
std::string identity_of(const ReleasedTable& table, std::size_t cell) {
    std::map<std::string, std::string> categories;
    const auto at = indices_of(table.dimensions, cell);
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (!is_total(table.dimensions, d, at[d])) categories.emplace(table.dimensions[d].key, table.dimensions[d].categories[static_cast<std::size_t>(at[d])]);
    }
    std::string identity = table.definition.indicator + '\0' + std::to_string(table.definition.version) + '\0' + table.population;
    for (const auto& [key, category] : categories) identity += '\0' + key + '\0' + category;
    return identity;
}

struct Seen {
    std::optional<std::int64_t> latest;
    std::optional<LastShown> last;
};

Change change_of(const std::optional<std::int64_t>& then, const std::optional<std::int64_t>& now) {
    if (then && now) return *then == *now ? Change::same : Change::changed;
    if (now) return Change::newly_shown;
    return then ? Change::newly_hidden : Change::still_hidden;
}

}  // namespace

std::vector<std::vector<CellChange>> changes_since(const Release& release, const std::vector<Release>& earlier) {
    std::map<std::string, Seen> seen;
    for (const auto& before : earlier) {
        for (const auto& table : before.tables) {
            for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
                Seen& each = seen[identity_of(table, cell)];
                each.latest = table.cells[cell].persons;
                if (each.latest) each.last = {*each.latest, before.reference_date};
            }
        }
    }
    std::vector<std::vector<CellChange>> changes;
    for (const auto& table : release.tables) {
        auto& cells = changes.emplace_back();
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            const auto found = seen.find(identity_of(table, cell));
            if (found == seen.end()) cells.push_back({});
            else cells.push_back({change_of(found->second.latest, table.cells[cell].persons), found->second.last});
        }
    }
    return changes;
}

}  // namespace homeward::statistics

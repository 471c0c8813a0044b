#include "statistics/reports/month_before.h"

#include <cstdlib>
#include <map>

namespace homeward::statistics {
namespace {

/// Which people a cell counts: its categories, by dimension; totals say nothing.
std::string who(const Table& table, std::size_t cell) {
    const auto at = indices_of(table.dimensions, cell);
    std::map<std::string, std::string> chosen;
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (!is_total(table.dimensions, d, at[d])) chosen[table.dimensions[d].key] = table.dimensions[d].categories[static_cast<std::size_t>(at[d])];
    }
    std::string name;
    for (const auto& [dimension, category] : chosen) name += dimension + '=' + category + ';';
    return name;
}

struct Seen {
    std::int64_t count = 0;
    bool shown = false;
};

}  // namespace

std::set<std::size_t> hidden_before(const Table& table, const std::vector<TableBefore>& before, std::int64_t width) {
    std::map<std::string, Seen> seen;
    for (const auto& each : before) {
        for (std::size_t cell = 0; cell < each.letters.size(); ++cell) {
            Seen& one = seen[who(each.table, cell)];
            one.count = each.table.counts[cell];
            one.shown = one.shown || each.letters[cell] == 'n';
        }
    }
    std::set<std::size_t> hidden;
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        const auto found = seen.find(who(table, cell));
        if (found == seen.end() || found->second.shown || table.counts[cell] == 0) continue;
        if (std::abs(table.counts[cell] - found->second.count) < width) hidden.insert(cell);
    }
    return hidden;
}

}  // namespace homeward::statistics

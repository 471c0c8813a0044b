#include "statistics/kernel/primary_rules.h"

#include <algorithm>
#include <functional>

namespace homeward::statistics {

std::vector<char> holding_nearly_all(const Table& table, std::int64_t floor, bool zeros_hidden) {
    std::vector<char> holding(table.counts.size(), 0);
    each_equation(table.dimensions, [&](std::size_t whole, const std::vector<std::size_t>& parts) {
        if (table.counts[whole] < floor) return;
        for (const std::size_t part : parts) {
            const std::int64_t rest = table.counts[whole] - table.counts[part];
            // The only category of a classification is the group itself.
            if (parts.size() > 1 && rest < floor && (rest > 0 || zeros_hidden)) holding[part] = 1;
        }
    });
    return holding;
}

bool dominated(std::vector<std::int64_t> contributions, int percent) {
    if (contributions.empty()) return false;
    std::ranges::sort(contributions, std::greater());
    std::int64_t rest = 0;
    for (std::size_t c = 2; c < contributions.size(); ++c) rest += contributions[c];
    return 100 * rest < percent * contributions[0];
}

std::int64_t protection_of(std::int64_t amount, int percent) { return (amount * percent + 99) / 100; }

std::optional<std::int64_t> share_of(std::optional<std::int64_t> part, std::optional<std::int64_t> whole) {
    if (!part || !whole || *whole <= 0) return std::nullopt;
    return (*part * 1000 + *whole / 2) / *whole;
}

}  // namespace homeward::statistics

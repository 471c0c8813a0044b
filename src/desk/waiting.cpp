#include "desk/waiting.h"

#include <algorithm>

namespace homeward::desk {
namespace {

/// sorted   not empty
int percentile(const std::vector<int>& sorted, std::size_t percent) { return sorted[(sorted.size() * percent + 99) / 100 - 1]; }

}  // namespace

Waiting waiting_of(std::vector<int> days) {
    const int count = static_cast<int>(days.size());
    if (count > 0 && count < kFewest) return {};
    Waiting waiting{count, {}, {}};
    if (count < kFewestForDays) return waiting;
    std::ranges::sort(days);
    waiting.median = percentile(days, 50);
    waiting.p90 = percentile(days, 90);
    return waiting;
}

}  // namespace homeward::desk

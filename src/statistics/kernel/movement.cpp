#include "statistics/kernel/movement.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

constexpr int no_end = 1'000;

/// Full years of age of a band: from, and the last.
struct Ages {
    int first, last;
};

Ages ages_of(const Movement& movement, const std::string& band) {
    const int first = movement.from_age.at(band);
    int last = no_end;
    for (const auto& [other, from] : movement.from_age) if (from > first) last = std::min(last, from - 1);
    return {first, last};
}

bool grows_into(const Movement& movement, const std::string& from, const std::string& to, YearsBetween years) {
    if (!movement.from_age.contains(from)) return true;
    if (!movement.from_age.contains(to)) return false;
    const Ages before = ages_of(movement, from), after = ages_of(movement, to);
    return before.first + years.least <= after.last && before.last + years.most >= after.first;
}

bool rises(const std::vector<std::string>& order, const std::string& from, const std::string& to) {
    const auto before = std::ranges::find(order, from), after = std::ranges::find(order, to);
    return before == order.end() ? true : after != order.end() && before <= after;
}

}  // namespace

const Movement& Movements::of(const std::string& classification) const {
    static const Movement freely;
    const auto found = classifications.find(classification);
    return found == classifications.end() ? freely : found->second;
}

YearsBetween years_between(Date first, Date second) {
    int full = 0;
    while (first.plus_months(12 * (full + 1)) <= second) ++full;
    const bool exact = first.plus_months(12 * full) == second;
    return {full, exact ? full : full + 1};
}

bool can_move(const Movement& movement, const std::string& from, const std::string& to, YearsBetween years) {
    switch (movement.moves) {
        case Movement::Moves::freely: return true;
        case Movement::Moves::never: return from == to;
        case Movement::Moves::with_age: return grows_into(movement, from, to, years) || (from == to && !movement.from_age.contains(from));
        case Movement::Moves::once: return from == to || movement.open.contains(from);
        case Movement::Moves::upwards: return rises(movement.order, from, to);
    }
    return true;
}

bool can_outgrow(const Movement& movement, const std::string& from, const std::vector<std::string>& bands, YearsBetween years) {
    if (movement.moves != Movement::Moves::with_age) return false;
    return std::ranges::any_of(movement.from_age, [&](const auto& band) {
        const bool outside = std::ranges::find(bands, band.first) == bands.end();
        return outside && grows_into(movement, from, band.first, years);
    });
}

}  // namespace homeward::statistics

#include "statistics/kernel/bounds.h"

#include <algorithm>

#include "statistics/kernel/sums.h"

namespace homeward::statistics {
namespace {

// Sums looked at for one question; beyond it the answer is merely less sharp.
constexpr std::size_t most_looks = 20'000;

}  // namespace

Bounds::Bounds(const CellSystem& system, const Pattern& hidden) : system_(&system) {
    const auto groups = static_cast<std::size_t>(system.atoms);
    ranges_.assign(groups + system.cells.size(), {-far, far});
    cell_of_.assign(ranges_.size(), -1);
    sums_with_.resize(ranges_.size());
    for (std::size_t atom = 0; atom < system.persons.size(); ++atom) ranges_[atom].low = -system.persons[atom];
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const int cell = static_cast<int>(c);
        const auto thing = static_cast<std::size_t>(thing_of(cell));
        cell_of_[thing] = cell;
        ranges_[thing] = {std::min<std::int64_t>(0, system.least_of(cell) - system.cells[c].value), far};
        if (!hidden[c]) ranges_[thing] = {0, 0};
    }
    const auto sums = sums_of(system);
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (system.cells[c].atoms.size() == 1) continue;
        for (const auto& sum : sums[c]) {
            std::vector<Term> terms{{thing_of(static_cast<int>(c)), -1}};
            for (const int part : sum.cells) terms.push_back({thing_of(part), 1});
            for (const int atom : sum.atoms) terms.push_back({atom, 1});
            add_sum(std::move(terms));
        }
    }
    for (const auto& link : system.links) {
        std::vector<Term> terms;
        for (const int atom : link.left) terms.push_back({atom, 1});
        for (const int atom : link.right) terms.push_back({atom, -1});
        add_sum(std::move(terms));
    }
    std::vector<int> all(sums_.size());
    for (std::size_t s = 0; s < all.size(); ++s) all[s] = static_cast<int>(s);
    settle(std::move(all));
    before_.clear();
}

int Bounds::thing_of(int cell) const {
    const auto& atoms = system_->cells[static_cast<std::size_t>(cell)].atoms;
    return atoms.size() == 1 ? atoms[0] : system_->atoms + cell;
}

void Bounds::add_sum(std::vector<Term> terms) {
    for (const auto& term : terms) sums_with_[static_cast<std::size_t>(term.thing)].push_back(static_cast<int>(sums_.size()));
    sums_.push_back(std::move(terms));
}

bool Bounds::wide_enough(int thing) const {
    const int cell = cell_of_[static_cast<std::size_t>(thing)];
    if (cell < 0 || !system_->cells[static_cast<std::size_t>(cell)].sensitive) return true;
    const SystemCell& at = system_->cells[static_cast<std::size_t>(cell)];
    const auto [low, high] = ranges_[static_cast<std::size_t>(thing)];
    return high - low >= at.width && high >= at.up && -low >= at.down;
}

/// Returns false where a sensitive cell became too narrow.
bool Bounds::narrow(int thing, Range range, std::vector<int>& sums) {
    Range& now = ranges_[static_cast<std::size_t>(thing)];
    const Range next{std::max(now.low, range.low), std::min(now.high, range.high)};
    if (next.low == now.low && next.high == now.high) return true;
    before_.emplace_back(thing, now);
    now = next;
    for (const int sum : sums_with_[static_cast<std::size_t>(thing)]) sums.push_back(sum);
    return wide_enough(thing);
}

/// A term lies within what all others of its sum leave to it.
bool Bounds::settle(std::vector<int> sums) {
    for (std::size_t next = 0; next < sums.size() && next < most_looks + sums_.size(); ++next) {
        const auto& terms = sums_[static_cast<std::size_t>(sums[next])];
        std::int64_t low = 0, high = 0;
        int endless_low = 0, endless_high = 0;
        const auto range_of = [&](const Term& term) {
            const auto [from, to] = ranges_[static_cast<std::size_t>(term.thing)];
            return term.factor > 0 ? Range{from, to} : Range{-to, -from};
        };
        for (const auto& term : terms) {
            const Range range = range_of(term);
            if (range.low <= -far) ++endless_low; else low += range.low;
            if (range.high >= far) ++endless_high; else high += range.high;
        }
        for (const auto& term : terms) {
            const Range own = range_of(term);
            // The others sum to between `low` and `high`, and the term to the opposite.
            const bool low_known = endless_low == (own.low <= -far ? 1 : 0);
            const bool high_known = endless_high == (own.high >= far ? 1 : 0);
            const std::int64_t others_low = low - (own.low <= -far ? 0 : own.low);
            const std::int64_t others_high = high - (own.high >= far ? 0 : own.high);
            Range left{high_known ? -others_high : -far, low_known ? -others_low : far};
            if (term.factor < 0) left = {-left.high, -left.low};
            if (!narrow(term.thing, left, sums)) return false;
        }
    }
    return true;
}

bool Bounds::show(int cell) {
    before_.clear();
    std::vector<int> sums;
    if (narrow(thing_of(cell), {0, 0}, sums) && settle(std::move(sums))) return true;
    for (auto changed = before_.rbegin(); changed != before_.rend(); ++changed) ranges_[static_cast<std::size_t>(changed->first)] = changed->second;
    return false;
}

std::pair<std::int64_t, std::int64_t> Bounds::range(int cell) const {
    const Range& range = ranges_[static_cast<std::size_t>(thing_of(cell))];
    return {range.low, range.high};
}

}  // namespace homeward::statistics

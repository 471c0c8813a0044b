#include "statistics/kernel/witness.h"

#include <algorithm>
#include <numeric>

namespace homeward::statistics {
namespace {

std::int64_t sum_of(const std::vector<int>& groups, const std::vector<std::int64_t>& atoms) {
    std::int64_t sum = 0;
    for (const int group : groups) sum += atoms[static_cast<std::size_t>(group)];
    return sum;
}

}  // namespace

std::int64_t Witness::difference(int cell) const {
    const auto found = std::ranges::lower_bound(differences, cell, {}, &std::pair<int, std::int64_t>::first);
    return found != differences.end() && found->first == cell ? found->second : 0;
}

std::optional<Witness> witness_of(const CellSystem& system, const Pattern& hidden, std::vector<std::int64_t> atoms) {
    if (std::ranges::any_of(atoms, [](std::int64_t persons) { return persons < 0; })) return std::nullopt;
    for (const auto& link : system.links) {
        if (sum_of(link.left, atoms) != sum_of(link.right, atoms)) return std::nullopt;
    }
    Witness witness;
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const std::int64_t persons = sum_of(system.cells[c].atoms, atoms);
        const std::int64_t difference = persons - system.cells[c].value;
        if (difference == 0) continue;
        if (!hidden[c] || persons < system.least_hidden) return std::nullopt;
        witness.differences.emplace_back(static_cast<int>(c), difference);
    }
    witness.atoms = std::move(atoms);
    return witness;
}

void WitnessPool::add(Witness witness) {
    const int number = static_cast<int>(witnesses_.size());
    for (const auto& [cell, difference] : witness.differences) {
        of_cell_[static_cast<std::size_t>(cell)].emplace_back(number, difference);
    }
    witnesses_.push_back(std::move(witness));
    gone_.push_back(0);
}

void WitnessPool::index() {
    std::vector<Witness> kept;
    for (std::size_t w = 0; w < witnesses_.size(); ++w) {
        if (!gone_[w]) kept.push_back(std::move(witnesses_[w]));
    }
    witnesses_.clear();
    gone_.clear();
    for (auto& cell : of_cell_) cell.clear();
    for (auto& witness : kept) add(std::move(witness));
}

void WitnessPool::drop_using(int cell) {
    for (const auto& [witness, difference] : of_cell_[static_cast<std::size_t>(cell)]) {
        gone_[static_cast<std::size_t>(witness)] = 1;
    }
    index();
}

std::pair<std::int64_t, std::int64_t> WitnessPool::range(int cell) const {
    std::pair<std::int64_t, std::int64_t> range{0, 0};
    for (const auto& [witness, difference] : of_cell_[static_cast<std::size_t>(cell)]) {
        if (gone_[static_cast<std::size_t>(witness)]) continue;
        range.first = std::min(range.first, difference);
        range.second = std::max(range.second, difference);
    }
    return range;
}

bool WitnessPool::wide_enough(int cell) const {
    const auto [low, high] = range(cell);
    return high - low >= system_->cells[static_cast<std::size_t>(cell)].width;
}

bool WitnessPool::spare(int witness) const {
    for (const auto& [cell, difference] : witnesses_[static_cast<std::size_t>(witness)].differences) {
        const auto& at = system_->cells[static_cast<std::size_t>(cell)];
        if (at.sensitive && !wide_enough(cell)) return false;
    }
    return true;
}

void WitnessPool::drop_spare(const std::vector<double>& cost_of_cell) {
    std::vector<double> cost(witnesses_.size(), 0);
    for (std::size_t w = 0; w < witnesses_.size(); ++w) {
        for (const auto& [cell, difference] : witnesses_[w].differences) cost[w] += cost_of_cell[static_cast<std::size_t>(cell)];
    }
    std::vector<int> order(witnesses_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int w) { return std::pair(-cost[static_cast<std::size_t>(w)], w); });
    for (const int w : order) {
        gone_[static_cast<std::size_t>(w)] = 1;
        if (!spare(w)) gone_[static_cast<std::size_t>(w)] = 0;
    }
    index();
}

std::vector<char> WitnessPool::used_cells() const {
    std::vector<char> used(of_cell_.size(), 0);
    for (std::size_t c = 0; c < of_cell_.size(); ++c) used[c] = !of_cell_[c].empty();
    return used;
}

}  // namespace homeward::statistics

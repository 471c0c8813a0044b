#include "statistics/kernel/sums.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

/// One cell's sum, from candidates that are sorted by falling size.
Sum short_sum(const CellSystem& system, int cell, const std::vector<int>& candidates, std::vector<char>& open) {
    const auto& atoms = system.cells[static_cast<std::size_t>(cell)].atoms;
    const auto is_open = [&](int atom) { return open[static_cast<std::size_t>(atom)] != 0; };
    for (const int atom : atoms) open[static_cast<std::size_t>(atom)] = 1;
    Sum sum;
    for (const int candidate : candidates) {
        const auto& part = system.cells[static_cast<std::size_t>(candidate)].atoms;
        if (part.size() < 2) break;
        if (part.size() >= atoms.size() || !std::ranges::all_of(part, is_open)) continue;
        sum.cells.push_back(candidate);
        for (const int atom : part) open[static_cast<std::size_t>(atom)] = 0;
    }
    for (const int atom : atoms) {
        if (is_open(atom)) sum.atoms.push_back(atom);
        open[static_cast<std::size_t>(atom)] = 0;
    }
    return sum;
}

}  // namespace

std::vector<Sum> short_sums(const CellSystem& system) {
    std::vector<int> by_size(system.cells.size());
    for (std::size_t c = 0; c < by_size.size(); ++c) by_size[c] = static_cast<int>(c);
    std::ranges::sort(by_size, {}, [&](int c) {
        return std::pair(-static_cast<long>(system.cells[static_cast<std::size_t>(c)].atoms.size()), c);
    });
    std::vector<char> open(static_cast<std::size_t>(system.atoms), 0);
    std::vector<Sum> sums;
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (system.cells[c].atoms.size() == 1) sums.push_back({{}, system.cells[c].atoms});
        else sums.push_back(short_sum(system, static_cast<int>(c), by_size, open));
    }
    return sums;
}

}  // namespace homeward::statistics

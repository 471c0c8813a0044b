#include "statistics/kernel/sums.h"

#include <algorithm>

namespace homeward::statistics {
namespace {

// A cell of k classifications has k ways; more are hardly ever there.
constexpr std::size_t most_ways = 6;
// Parts to begin a sum with; they are tried from the largest on.
constexpr std::size_t most_beginnings = 64;

class Sums {
public:
    explicit Sums(const CellSystem& system)
        : system_(system), starts_at_(static_cast<std::size_t>(system.atoms)), open_(static_cast<std::size_t>(system.atoms), 0) {
        for (std::size_t c = 0; c < system.cells.size(); ++c) {
            if (system.cells[c].atoms.size() > 1) starts_at_[static_cast<std::size_t>(system.cells[c].atoms[0])].push_back(static_cast<int>(c));
        }
    }

    /// From the largest part on, and again from each part that is in none of the sums so far.
    std::vector<Sum> ways(int cell, std::size_t most) {
        const auto& atoms = atoms_of(cell);
        if (atoms.size() == 1) return {{{}, atoms}};
        const std::vector<int> parts = parts_of(cell);
        std::vector<Sum> sums;
        std::vector<char> used(parts.size(), 0);
        for (std::size_t first = 0; first < std::min(parts.size(), most_beginnings) && sums.size() < most; ++first) {
            // A part of a part belongs to another cell's sums.
            if (used[first] || (!sums.empty() && within_a_used(parts, used, first))) continue;
            sums.push_back(sum_from(atoms, parts, first, used));
        }
        if (sums.empty()) sums.push_back({{}, atoms});
        const auto terms = [](const Sum& sum) { return sum.cells.size() + sum.atoms.size(); };
        // std::stable_sort of this library allocates by a way that our compiler warns of.
        for (auto sum = sums.begin(); sum != sums.end(); ++sum) std::rotate(std::ranges::upper_bound(sums.begin(), sum, terms(*sum), {}, terms), sum, sum + 1);
        return sums;
    }

private:
    const std::vector<int>& atoms_of(int cell) const { return system_.cells[static_cast<std::size_t>(cell)].atoms; }

    void mark(const std::vector<int>& atoms, char as) {
        for (const int atom : atoms) open_[static_cast<std::size_t>(atom)] = as;
    }

    bool all_open(const std::vector<int>& atoms) const {
        return std::ranges::all_of(atoms, [&](int atom) { return open_[static_cast<std::size_t>(atom)] != 0; });
    }

    /// The cells of several atoms that lie within a cell, the largest first.
    std::vector<int> parts_of(int cell) {
        const auto& atoms = atoms_of(cell);
        std::vector<int> parts;
        mark(atoms, 1);
        for (const int atom : atoms) {
            for (const int part : starts_at_[static_cast<std::size_t>(atom)]) {
                if (atoms_of(part).size() < atoms.size() && all_open(atoms_of(part))) parts.push_back(part);
            }
        }
        mark(atoms, 0);
        std::ranges::sort(parts, {}, [&](int part) { return std::pair(-static_cast<long>(atoms_of(part).size()), part); });
        return parts;
    }

    bool within_a_used(const std::vector<int>& parts, const std::vector<char>& used, std::size_t part) const {
        for (std::size_t larger = 0; larger < part; ++larger) {
            if (used[larger] && std::ranges::includes(atoms_of(parts[larger]), atoms_of(parts[part]))) return true;
        }
        return false;
    }

    Sum sum_from(const std::vector<int>& atoms, const std::vector<int>& parts, std::size_t first, std::vector<char>& used) {
        Sum sum;
        mark(atoms, 1);
        const auto take = [&](std::size_t part) {
            if (!all_open(atoms_of(parts[part]))) return;
            used[part] = 1;
            sum.cells.push_back(parts[part]);
            mark(atoms_of(parts[part]), 0);
        };
        take(first);
        for (std::size_t part = 0; part < parts.size(); ++part) take(part);
        for (const int atom : atoms) if (open_[static_cast<std::size_t>(atom)]) sum.atoms.push_back(atom);
        mark(atoms, 0);
        return sum;
    }

    const CellSystem& system_;
    std::vector<std::vector<int>> starts_at_;  // cells of several atoms, by their first atom
    std::vector<char> open_;
};

}  // namespace

std::vector<std::vector<Sum>> sums_of(const CellSystem& system) {
    Sums sums(system);
    std::vector<std::vector<Sum>> result;
    for (std::size_t c = 0; c < system.cells.size(); ++c) result.push_back(sums.ways(static_cast<int>(c), most_ways));
    return result;
}

std::vector<Sum> short_sums(const CellSystem& system) {
    Sums sums(system);
    std::vector<Sum> result;
    for (std::size_t c = 0; c < system.cells.size(); ++c) result.push_back(sums.ways(static_cast<int>(c), most_ways).front());
    return result;
}

}  // namespace homeward::statistics

#include "statistics/kernel/suppress.h"

#include <algorithm>
#include <utility>

#include "statistics/kernel/prover.h"

namespace homeward::statistics {
namespace {

// Linear programs, not seconds, so that the same input gives the same pattern on every machine. A year's
// return takes some hundreds; beyond this, what is left is safe and may hide a little more than it must.
constexpr long most_questions = 20'000;

class Suppressor {
public:
    Suppressor(const CellSystem& system, const GoOn& go_on)
        : system_(system), go_on_(go_on), prover_(system), refused_(system.cells.size(), 0) {
        for (int c = 0; c < static_cast<int>(system.cells.size()); ++c) {
            if (!at(c).sensitive) continue;
            sensitive_.push_back(c);
            prover_.hide(c);
        }
        sensitive_ = largest_first(std::move(sensitive_));
    }

    Result<Suppression> run() {
        TRY(grow());
        withdraw_offers();
        tidy();
        prune();
        return Suppression{prover_.pattern(), prover_.pool().witnesses()};
    }

private:
    const SystemCell& at(int cell) const { return system_.cells[static_cast<std::size_t>(cell)]; }
    int cells() const { return static_cast<int>(system_.cells.size()); }

    /// Ties keep their order in the tables, so that the same input gives the same pattern.
    std::vector<int> largest_first(std::vector<int> cells) const {
        std::ranges::sort(cells, {}, [&](int c) { return std::pair(-at(c).value, c); });
        return cells;
    }

    Done grow() {
        for (int c = 0; c < cells(); ++c) if (!at(c).sensitive && !at(c).stays) prover_.offer(c);
        std::size_t done = 0;
        for (const int cell : sensitive_) {
            if (!goes_on(done++)) return conflict("statistics.ended");
            if (!prover_.widen(cell)) return invalid("statistics.cannot_protect", {}, {{"cell", std::to_string(cell)}});
        }
        return {};
    }

    bool goes_on(std::size_t done) const { return !go_on_ || go_on_(static_cast<int>(done), static_cast<int>(sensitive_.size())); }

    void withdraw_offers() {
        for (int c = 0; c < cells(); ++c) if (!prover_.hidden(c)) prover_.show(c);
    }

    /// Shows what no witness moves.
    void tidy() {
        prover_.pool().drop_spare(prover_.loss());
        const std::vector<char> used = prover_.pool().used_cells();
        for (int c = 0; c < cells(); ++c) {
            if (prover_.hidden(c) && !at(c).sensitive && !used[static_cast<std::size_t>(c)]) prover_.show(c);
        }
    }

    void prune() {
        prover_.look_twice(false);
        std::vector<int> added;
        for (int c = 0; c < cells(); ++c) if (prover_.hidden(c) && !at(c).sensitive) added.push_back(c);
        for (const int cell : largest_first(std::move(added))) {
            if (prover_.questions() > most_questions || !goes_on(sensitive_.size())) return;
            if (prover_.hidden(cell) && give_back(cell)) tidy();
        }
    }

    /// Shows a cell again if all sensitive cells stay wide without it.
    bool give_back(int cell) {
        const WitnessPool before = prover_.pool();
        prover_.show(cell);
        prover_.pool().drop_using(cell);
        for (const int other : narrow_cells()) {
            if (prover_.widen(other)) continue;
            refused_[static_cast<std::size_t>(other)] = 1;
            prover_.pool() = before;
            prover_.hide(cell);
            return false;
        }
        return true;
    }

    /// Those that refused before come first: they refuse again, and the answer is found early.
    std::vector<int> narrow_cells() {
        std::vector<int> narrow;
        for (const char refused : {1, 0}) {
            for (const int cell : sensitive_) {
                if (refused_[static_cast<std::size_t>(cell)] == refused && !prover_.pool().wide_enough(cell)) narrow.push_back(cell);
            }
        }
        return narrow;
    }

    const CellSystem& system_;
    const GoOn& go_on_;
    Prover prover_;
    std::vector<int> sensitive_;  // largest first
    std::vector<char> refused_;   // sensitive cells that could not do without another
};

}  // namespace

Result<Suppression> suppress(const CellSystem& system, const GoOn& go_on) { return Suppressor(system, go_on).run(); }

}  // namespace homeward::statistics

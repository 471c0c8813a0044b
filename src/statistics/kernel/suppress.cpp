#include "statistics/kernel/suppress.h"

#include <algorithm>
#include <utility>

#include "statistics/kernel/bounds.h"
#include "statistics/kernel/prover.h"

namespace homeward::statistics {
namespace {

// Linear programs, not seconds, so that the same input gives the same pattern on every machine. A year's
// return takes some hundreds; beyond this, what is left is safe and may hide a little more than it must.
constexpr long most_questions = 20'000;

// The same problem with its cells weighed a little otherwise, as often as that is quick: linear programs times cells. The pattern
// that hides fewest is kept.
constexpr int most_variants = 8;
constexpr long most_work = 500'000;

// Programs of many cells before anything more is offered: the first find most that is to be found.
constexpr int first_rounds = 12;

class Suppressor {
public:
    Suppressor(const CellSystem& system, const GoOn& go_on, int variant)
        : system_(system), go_on_(go_on), prover_(system, variant), refused_(system.cells.size(), 0), reasons_(system.cells.size(), Hidden::no) {
        for (int c = 0; c < static_cast<int>(system.cells.size()); ++c) {
            if (at(c).sensitive) sensitive_.push_back(c);
            else if (at(c).withheld) hide(c, Hidden::earlier_release);
        }
        for (const int c : sensitive_) hide(c, Hidden::by_rule);
        sensitive_ = largest_first(std::move(sensitive_));
        if (go_on_) prover_.ask_before_each([this] { return go_on_(static_cast<int>(done_), static_cast<int>(sensitive_.size())); });
    }

    Result<Suppression> run() {
        if (!begin_ || begin_->empty()) prover_.widen_together(sensitive_, first_rounds);
        offer();
        if (begin_) prover_.begin_with(*begin_);
        prover_.widen_together(sensitive_);
        TRY(grow(false));
        if (!system_.knowers.empty()) TRY(grow(true));
        withdraw_offers();
        tidy();
        prune();
        return Suppression{prover_.pattern(), std::move(reasons_), prover_.pool().witnesses(), std::move(excused_)};
    }

    void begin_with(const std::vector<Witness>& ways) { begin_ = &ways; }
    void excuse_knowers() { excuses_ = true; }
    std::vector<Witness> ways() { return prover_.pool().witnesses(); }

    /// How many linear programs it took, and whether a failure may be one of the search alone.
    long questions() const { return prover_.questions(); }
    bool unfound() const { return prover_.unfound(); }
    bool stopped() const { return prover_.stopped(); }

private:
    const SystemCell& at(int cell) const { return system_.cells[static_cast<std::size_t>(cell)]; }
    int cells() const { return static_cast<int>(system_.cells.size()); }
    Hidden& reason(int cell) { return reasons_[static_cast<std::size_t>(cell)]; }
    /// Hidden beside the sensitive ones, and may be shown again.
    bool added(int cell) const { return prover_.hidden(cell) && !at(cell).sensitive && !at(cell).withheld; }

    void hide(int cell, Hidden why) {
        prover_.hide(cell);
        reason(cell) = why;
    }

    void show(int cell) {
        prover_.show(cell);
        reason(cell) = Hidden::no;
    }

    /// Ties keep their order in the tables, so that the same input gives the same pattern.
    std::vector<int> largest_first(std::vector<int> cells) const {
        std::ranges::sort(cells, {}, [&](int c) { return std::pair(-at(c).value, c); });
        return cells;
    }

    void offer() {
        for (int c = 0; c < cells(); ++c) if (!prover_.hidden(c) && !at(c).stays) prover_.offer(c);
    }

    Done grow(bool knowers) {
        done_ = 0;
        for (const int cell : sensitive_) {
            while (!(knowers ? prover_.widen_against_all(cell) : prover_.widen(cell))) {
                if (prover_.stopped()) return conflict("statistics.ended");
                const int knower = knowers ? prover_.refused_by() : outsider;
                if (knower == outsider || !excuse(cell, knower)) {
                    return invalid("statistics.cannot_protect", {}, {{"cell", std::to_string(cell)}, {"knower", std::to_string(knower)}});
                }
            }
            if (prover_.stopped()) return conflict("statistics.ended");
            ++done_;
        }
        for (int c = 0; c < cells(); ++c) {
            if (prover_.hidden(c) && reason(c) == Hidden::no) reason(c) = knowers ? Hidden::household : Hidden::protects_another;
        }
        return {};
    }

    bool excuse(int cell, int knower) {
        if (!excuses_) return false;
        prover_.pool().excuse(cell, knower);
        excused_.emplace_back(cell, knower);
        return true;
    }

    void withdraw_offers() {
        for (int c = 0; c < cells(); ++c) if (!prover_.hidden(c)) show(c);
    }

    /// Shows what no witness moves.
    void tidy() {
        prover_.pool().drop_spare(prover_.loss(), true);
        const std::vector<char> used = prover_.pool().used_cells();
        for (int c = 0; c < cells(); ++c) if (added(c) && !used[static_cast<std::size_t>(c)]) show(c);
    }

    void prune() {
        prover_.look_twice(false);
        Bounds bounds(system_, prover_.pattern());
        std::vector<int> candidates;
        for (int c = 0; c < cells(); ++c) if (added(c)) candidates.push_back(c);
        for (const int cell : largest_first(std::move(candidates))) {
            if (prover_.questions() > most_questions || prover_.stopped()) return;
            if (!prover_.hidden(cell)) bounds.show(cell);
            else if (bounds.show(cell)) try_to_show(cell, bounds);
        }
    }

    void try_to_show(int cell, Bounds& bounds) {
        if (give_back(cell)) tidy();
        else bounds = Bounds(system_, prover_.pattern());
    }

    /// Shows a cell again if all sensitive cells stay wide without it.
    bool give_back(int cell) {
        prover_.show(cell);
        const std::vector<int> dropped = prover_.pool().drop_using(cell);
        for (const int other : narrow_cells()) {
            if (prover_.widen_against_all(other)) continue;
            refused_[static_cast<std::size_t>(other)] = 1;
            prover_.pool().take_back(dropped);
            hide(cell, prover_.refused_by() == outsider ? Hidden::protects_another : Hidden::household);
            return false;
        }
        reason(cell) = Hidden::no;
        return true;
    }

    /// Those that refused before come first: they refuse again, and the answer is found early.
    std::vector<int> narrow_cells() {
        std::vector<int> narrow;
        for (const char refused : {1, 0}) {
            for (const int cell : sensitive_) {
                if (refused_[static_cast<std::size_t>(cell)] == refused && !prover_.pool().wide_against_all(cell)) narrow.push_back(cell);
            }
        }
        return narrow;
    }

    const CellSystem& system_;
    const GoOn& go_on_;
    Prover prover_;
    const std::vector<Witness>* begin_ = nullptr;
    bool excuses_ = false;
    std::vector<std::pair<int, int>> excused_;
    std::size_t done_ = 0;
    std::vector<int> sensitive_;  // largest first
    std::vector<char> refused_;   // sensitive cells that could not do without another
    std::vector<Hidden> reasons_;
};

/// What is narrow for somebody, before what a reader does not see and could, under all its labels.
std::pair<std::size_t, long> lost(const CellSystem& system, const Suppression& suppression) {
    const long unseen = std::ranges::count_if(system.cell_of, [&](int number) {
        if (number < 0 || !suppression.hidden[static_cast<std::size_t>(number)]) return false;
        const SystemCell& cell = system.cells[static_cast<std::size_t>(number)];
        return !cell.sensitive && !cell.withheld;
    });
    return {suppression.excused.size(), unseen};
}

}  // namespace

Result<Suppression> suppress(const CellSystem& system, const GoOn& go_on, std::vector<Witness>* ways, bool excuses) {
    Result<Suppression> best = conflict("statistics.ended");
    long work = 0;
    for (int variant = 0; variant < most_variants; ++variant) {
        Suppressor suppressor(system, go_on, variant);
        if (ways) suppressor.begin_with(*ways);
        if (excuses) suppressor.excuse_knowers();
        auto found = suppressor.run();
        if (!found && ways && variant == 0) *ways = suppressor.ways();
        const bool better = found && (!best || lost(system, *found) < lost(system, *best));
        const bool again = found || suppressor.unfound();
        if (better || variant == 0) best = std::move(found);
        const long own = suppressor.questions() * static_cast<long>(system.cells.size());
        work += own;
        if (suppressor.stopped() || !again || (best && work + own > most_work)) break;
    }
    return best;
}

}  // namespace homeward::statistics

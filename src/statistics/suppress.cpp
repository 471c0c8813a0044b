#include "statistics/suppress.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "statistics/attack_model.h"

namespace homeward::statistics {
namespace {

// A person moved in a cell that is hidden anyway costs nearly nothing, yet prefers the short way.
constexpr double hidden_already = 0.01;
constexpr double needed_anyway = 0.0005;

/// What the reader loses with a cell: one figure, and a little more when it is a large one.
double loss(const SystemCell& cell) { return 1 + std::log2(1.0 + static_cast<double>(cell.value)) / 4; }

class Suppressor {
public:
    explicit Suppressor(const CellSystem& system)
        : system_(system), model_(system), pool_(system), hidden_(system.cells.size(), 0), loss_(system.cells.size()), refused_(system.cells.size(), 0) {
        for (std::size_t c = 0; c < system.cells.size(); ++c) {
            const SystemCell& cell = system.cells[c];
            loss_[c] = cell.sensitive ? 0 : loss(cell);
            hidden_[c] = cell.sensitive;
        }
        sensitive_ = sensitive_cells();
        price();
    }

    Result<Suppression> run() {
        TRY(grow());
        fprintf(stderr,"grow: LPs %ld cpu %.2f\n", model_.solutions(), clock()/1e6);
        prune();
        fprintf(stderr,"prune: LPs %ld cpu %.2f\n", model_.solutions(), clock()/1e6);
        return Suppression{hidden_, pool_.witnesses()};
    }

    long solutions() const { return model_.solutions(); }

private:
    enum class Way { up, down, both };

    const SystemCell& at(int cell) const { return system_.cells[static_cast<std::size_t>(cell)]; }
    bool hidden(int cell) const { return hidden_[static_cast<std::size_t>(cell)] != 0; }

    /// Costs while protection grows: shown cells may be hidden, at their loss.
    void price() {
        for (int c = 0; c < static_cast<int>(hidden_.size()); ++c) price(c);
    }
    void price(int c) {
        if (at(c).sensitive) model_.hide(c, needed_anyway);
        else if (hidden(c)) model_.hide(c, hidden_already * loss_[static_cast<std::size_t>(c)]);
        else if (at(c).stays) model_.show(c);
        else model_.hide(c, loss_[static_cast<std::size_t>(c)]);
    }

    std::vector<int> sensitive_cells() const {
        std::vector<int> cells;
        for (int c = 0; c < static_cast<int>(hidden_.size()); ++c) if (at(c).sensitive) cells.push_back(c);
        return largest_first(std::move(cells));
    }

    /// Ties keep their order in the tables, so that the same input gives the same pattern.
    std::vector<int> largest_first(std::vector<int> cells) const {
        std::ranges::sort(cells, {}, [&](int c) { return std::pair(-at(c).value, c); });
        return cells;
    }

    Done grow() {
        for (const int cell : sensitive_) {
            if (!widen(cell, true)) {
                return invalid("statistics.cannot_protect", {}, {{"cell", std::to_string(cell)}});
            }
        }
        return {};
    }

    /// What a solution would newly hide.
    double new_loss() const {
        double sum = 0;
        for (int c = 0; c < static_cast<int>(hidden_.size()); ++c) {
            if (!hidden(c) && std::abs(model_.difference(c)) > 1e-6) sum += loss_[static_cast<std::size_t>(c)];
        }
        return sum;
    }

    /// Takes the last solution as a proof; cells that it moves become hidden.
    bool take(bool growing) {
        Pattern open = hidden_;
        if (growing) for (std::size_t c = 0; c < open.size(); ++c) open[c] = open[c] || !system_.cells[c].stays;
        auto witness = model_.whole(open);
        if (!witness) return false;
        for (const auto& [cell, difference] : witness->differences) {
            if (hidden(cell)) continue;
            hidden_[static_cast<std::size_t>(cell)] = 1;
            price(cell);
        }
        pool_.add(std::move(*witness));
        return true;
    }

    /// Makes a sensitive cell wide enough with further proofs.
    bool widen(int cell, bool growing) {
        for (int round = 0; round < 4 && !pool_.wide_enough(cell); ++round) {
            if (reach(cell, growing)) continue;
            // Neither end alone is far enough: as far as it goes on one side, then the rest on the other.
            if (at(cell).width == 1) break;
            const int direction = round % 2 == 0 ? 1 : -1;
            if (model_.stretch(cell, direction, at(cell).width) != Solved::optimal || !take(growing)) break;
        }
        return pool_.wide_enough(cell);
    }

    /// One proof that widens the cell to its whole width, up or down; the cheaper way while growing.
    bool reach(int cell, bool growing) {
        const auto [low, high] = pool_.range(cell);
        const std::int64_t up = low + at(cell).width;
        const std::int64_t down = high - at(cell).width;
        if (!growing) return goes(cell, up, false) || goes(cell, down, false);
        const double up_loss = model_.move(cell, up) == Solved::optimal ? new_loss() : unbounded;
        const double down_loss = model_.move(cell, down) == Solved::optimal ? new_loss() : unbounded;
        if (down_loss < up_loss) return take(true) || goes(cell, up, true);
        return goes(cell, up, true) || goes(cell, down, true);
    }

    bool goes(int cell, std::int64_t difference, bool growing) {
        return model_.move(cell, difference) == Solved::optimal && take(growing);
    }

    void prune() {
        tidy();
        std::vector<int> order;
        for (int c = 0; c < static_cast<int>(hidden_.size()); ++c) if (hidden(c) && !at(c).sensitive) order.push_back(c);
        order = largest_first(std::move(order));
        for (std::size_t c = 0; c < hidden_.size(); ++c) if (!hidden_[c]) model_.show(static_cast<int>(c));
        for (const int cell : order) {
            if (!hidden(cell)) continue;
            if (!give_back(cell)) model_.hide(cell, hidden_already * loss_[static_cast<std::size_t>(cell)]);
        }
    }

    /// Shows a cell again if all sensitive cells stay wide without it.
    bool give_back(int cell) {
        const WitnessPool before = pool_;
        hidden_[static_cast<std::size_t>(cell)] = 0;
        model_.show(cell);
        pool_.drop_using(cell);
        std::vector<int> narrow;
        // Those that needed something before need it again: a refusal is found early.
        for (const char refused : {1, 0}) {
            for (const int other : sensitive_) {
                if (refused_[static_cast<std::size_t>(other)] == refused && !pool_.wide_enough(other)) narrow.push_back(other);
            }
        }
        for (const int other : narrow) {
            if (widen(other, false)) continue;
            refused_[static_cast<std::size_t>(other)] = 1;
            pool_ = before;
            hidden_[static_cast<std::size_t>(cell)] = 1;
            return false;
        }
        tidy();
        return true;
    }

    /// Shows what no proof moves any more.
    void tidy() {
        pool_.drop_spare(loss_);
        const std::vector<char> used = pool_.used_cells();
        for (std::size_t c = 0; c < hidden_.size(); ++c) {
            if (!hidden_[c] || used[c] || system_.cells[c].sensitive) continue;
            hidden_[c] = 0;
            model_.show(static_cast<int>(c));
        }
    }

    const CellSystem& system_;
    AttackModel model_;
    WitnessPool pool_;
    Pattern hidden_;
    std::vector<double> loss_;
    std::vector<int> sensitive_;  // largest first
    std::vector<char> refused_;   // sensitive cells that once could not do without another
};

}  // namespace

Result<Suppression> suppress(const CellSystem& system) { return Suppressor(system).run(); }

}  // namespace homeward::statistics

#include "statistics/kernel/history.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/prover.h"
#include "statistics/kernel/release_system.h"
#include "statistics/kernel/suppress.h"

namespace homeward::statistics {
namespace {

// Each attempt gives way in something: a bar that does not end.
constexpr int most_attempts = 24;
constexpr double tolerance = 1e-6;

bool same_name(const ProtectedRelease::Told& a, const ProtectedRelease::Told& b) {
    return a.release == b.release && a.table == b.table && a.cell == b.cell;
}

void set_width(SystemCell& cell, std::int64_t width) {
    cell.width = std::max<std::int64_t>(width, 1);
    if (width < 1) cell.sensitive = false;
}

class Protector {
public:
    Protector(const ReleaseProblem& problem, ReleaseSystem made, const GoOn& go_on)
        : problem_(problem), made_(std::move(made)), system_(made_.system), go_on_(go_on), guarded_(system_.cells.size(), 0) {}

    Result<ProtectedRelease> run() {
        Suppression suppression = TRY(open_to_nobody());
        return finished(suppression);
    }

private:
    SystemCell& at(int cell) { return system_.cells[static_cast<std::size_t>(cell)]; }

    /// Until also those who do not know which hidden cells are small find none of them narrow.
    Result<Suppression> open_to_nobody() {
        while (true) {
            Suppression suppression = TRY(suppressed());
            const auto narrow = TRY(narrow_to_the_public(suppression));
            if (narrow.empty()) return suppression;
            for (const int cell : narrow) {
                at(cell).sensitive = true;
                guarded_[static_cast<std::size_t>(cell)] = 1;
            }
        }
    }

    Result<Suppression> suppressed() {
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            auto suppression = suppress(system_, go_on_);
            if (suppression) return suppression;
            if (suppression.error().key != "statistics.cannot_protect") return suppression.error();
            const int cell = std::stoi(suppression.error().params.at("cell"));
            if (!TRY(gives_way(cell))) return naming_the_cell(cell, suppression.error());
        }
        return invalid("statistics.cannot_protect");
    }

    /// What can be asked less of, so that this cell no longer stands in the way. False when nothing can.
    Result<bool> gives_way(int cell) {
        if (guarded_[static_cast<std::size_t>(cell)]) {
            // It is large enough to be shown, and it cannot be hidden well.
            guarded_[static_cast<std::size_t>(cell)] = 0;
            at(cell).sensitive = false;
            at(cell).stays = !at(cell).withheld;
            return true;
        }
        if (!shrunk_) {
            shrunk_ = true;
            if (shrink_bounds()) return true;
        }
        if (!headline_alone_) {
            headline_alone_ = true;
            keep_headline_alone();
            return true;
        }
        if (!bound(cell)) return false;
        set_width(at(cell), at(cell).width - 1);
        return true;
    }

    bool bound(int cell) const { return std::ranges::find(made_.bounds, cell, &Bound::cell) != made_.bounds.end(); }

    /// Totals of populations that lie within each other give away a small count between them.
    void keep_headline_alone() {
        std::vector<char> out(system_.cells.size(), 0);
        for (std::size_t label = 0; label < made_.earlier.size(); ++label) {
            const int cell = system_.cell_of[label];
            if (cell >= 0 && made_.earlier[label] == 1) out[static_cast<std::size_t>(cell)] = 1;
        }
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            system_.cells[c].stays = system_.cells[c].stays && (static_cast<int>(c) == made_.headline || out[c]);
        }
    }

    /// What is out already and the announced total leave some counts less room than the rules ask for, even when all else is hidden.
    /// Those are held as wide as they still can be.
    bool shrink_bounds() {
        Prover prover(system_);
        if (go_on_) prover.ask_before_each([&] { return go_on_(0, static_cast<int>(made_.bounds.size())); });
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            const bool out = system_.cells[c].stays && !system_.cells[c].sensitive && (made_.headline == static_cast<int>(c) || shown_before(static_cast<int>(c)));
            if (!out) prover.hide(static_cast<int>(c));
        }
        bool changed = false;
        for (const Bound& bound : made_.bounds) {
            SystemCell& cell = at(bound.cell);
            if (!cell.sensitive || prover.widen(bound.cell)) continue;
            const auto [down, up] = prover.stretch(bound.cell, cell.width);
            const auto room = static_cast<std::int64_t>(std::floor(up + tolerance) - std::ceil(down - tolerance));
            set_width(cell, std::min(room, cell.width - 1));
            changed = true;
        }
        return changed;
    }

    bool shown_before(int cell) {
        if (shown_before_.empty()) {
            shown_before_.assign(system_.cells.size(), 0);
            for (std::size_t label = 0; label < made_.earlier.size(); ++label) {
                const int own = system_.cell_of[label];
                if (own >= 0 && made_.earlier[label] == 1) shown_before_[static_cast<std::size_t>(own)] = 1;
            }
        }
        return shown_before_[static_cast<std::size_t>(cell)] != 0;
    }

    /// Hidden cells that are no small counts, but look narrow and may be small to somebody who knows no counts.
    Result<std::vector<int>> narrow_to_the_public(const Suppression& suppression) {
        CellSystem seen = system_;
        seen.knowers.clear();
        std::vector<std::int64_t> floor(seen.cells.size(), 0);
        std::size_t label = 0;
        for (const auto& table : made_.tables.tables) {
            for (std::size_t cell = 0; cell < table.counts.size(); ++cell, ++label) {
                const int own = seen.cell_of[label];
                if (own < 0 || made_.earlier[label] == 1) continue;
                auto& least = floor[static_cast<std::size_t>(own)];
                least = std::max<std::int64_t>(least, problem_.rules.floor_for(table.definition.indicator));
            }
        }
        for (std::size_t c = 0; c < seen.cells.size(); ++c) {
            seen.cells[c].sensitive = suppression.hidden[c] && floor[c] > 0 && !system_.cells[c].sensitive && !given_up_.contains(static_cast<int>(c));
        }
        std::vector<int> narrow;
        for (const auto& exposure : TRY(audit(seen, suppression.hidden, go_on_)).exposed) {
            if (std::ceil(exposure.low - tolerance) >= static_cast<double>(floor[static_cast<std::size_t>(exposure.cell)])) continue;
            // Hidden in an earlier release and narrow since: nothing that is hidden now widens it again.
            if (at(exposure.cell).withheld) given_up_.insert(exposure.cell);
            else narrow.push_back(exposure.cell);
        }
        return narrow;
    }

    Error naming_the_cell(int cell, const Error& error) const {
        std::size_t label = 0;
        for (const auto& table : made_.tables.tables) {
            for (std::size_t c = 0; c < table.counts.size(); ++c, ++label) {
                if (system_.cell_of[label] == cell) return invalid(error.key, table.key, {{"cell", cell_name(table.dimensions, c)}});
            }
        }
        for (const Bound& bound : made_.bounds) if (bound.cell == cell) return invalid(error.key, bound.told.table, {{"cell", bound.told.cell}});
        return error;
    }

    Hidden reason(int cell, const Suppression& suppression) const {
        if (guarded_[static_cast<std::size_t>(cell)]) return Hidden::protects_another;
        if (std::ranges::find(made_.small_changes, cell) != made_.small_changes.end()) return Hidden::earlier_release;
        return suppression.reasons[static_cast<std::size_t>(cell)];
    }

    Result<ProtectedRelease> finished(const Suppression& suppression) {
        ProtectedRelease release;
        release.certificate = TRY(certify(system_, suppression.proofs));
        TRY(check_certificate(system_, suppression.hidden, release.certificate));
        release.safe.rules = problem_.rules;
        release.safe.proofs = static_cast<int>(suppression.proofs.size());
        std::set<int> seen;
        std::size_t label = 0;
        for (const auto& table : problem_.tables.tables) {
            SafeTable safe{table.key, table.definition, table.population, table.dimensions, {}};
            for (const std::int64_t count : table.counts) {
                const int cell = system_.cell_of[label++];
                const bool hidden = cell >= 0 && suppression.hidden[static_cast<std::size_t>(cell)];
                safe.cells.push_back(hidden ? SafeCell{std::nullopt, reason(cell, suppression)} : SafeCell{count, Hidden::no});
                if (cell < 0 || !seen.insert(cell).second) continue;
                ++release.safe.cells;
                if (hidden) ++(safe.cells.back().hidden == Hidden::by_rule ? release.safe.hidden_by_rule : release.safe.hidden_to_protect);
            }
            release.safe.tables.push_back(std::move(safe));
        }
        for (const Bound& bound : made_.bounds) {
            const SystemCell& cell = at(bound.cell);
            if (cell.sensitive && cell.width >= bound.told.width) continue;
            release.told.push_back(bound.told);
            release.told.back().width = cell.sensitive ? cell.width : 0;
        }
        return release;
    }

    const ReleaseProblem& problem_;
    ReleaseSystem made_;
    CellSystem& system_;
    const GoOn& go_on_;
    std::vector<char> guarded_;  // not small, but hidden and in need of room
    std::set<int> given_up_;
    std::vector<char> shown_before_;
    bool shrunk_ = false;
    bool headline_alone_ = false;
};

}  // namespace

Result<ProtectedRelease> protect_release(const ReleaseProblem& problem, const GoOn& go_on) {
    TRY(check(problem.rules));
    return Protector(problem, TRY(release_system(problem)), go_on).run();
}

Result<CellSystem> joint_system(const ReleaseProblem& problem, const std::vector<ProtectedRelease::Told>& told) {
    ReleaseSystem made = TRY(release_system(problem));
    for (const Bound& bound : made.bounds) {
        const auto less = std::ranges::find_if(told, [&](const auto& one) { return same_name(one, bound.told); });
        if (less != told.end()) set_width(made.system.cells[static_cast<std::size_t>(bound.cell)], less->width);
    }
    return std::move(made.system);
}

}  // namespace homeward::statistics

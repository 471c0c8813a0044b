#include "statistics/kernel/history.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "statistics/kernel/prover.h"
#include "statistics/kernel/release_names.h"
#include "statistics/kernel/release_seen.h"
#include "statistics/kernel/suppress.h"

namespace homeward::statistics {
namespace {

// Each attempt gives way in something: a bar that does not end.
constexpr int most_attempts = 12;
constexpr double tolerance = 1e-6;

std::int64_t whole_between(double low, double high) {
    return static_cast<std::int64_t>(std::floor(high + tolerance) - std::ceil(low - tolerance));
}

/// Once all are protected, what is hidden is shown again as far as some linear programs tell that it can be: more of them hide
/// little less. Over many years each is large, and there are fewer.
constexpr long most_to_show_again = 4'000;
constexpr long most_work_to_show_again = 200'000;

GoOn in_bounds(const CellSystem& system, const GoOn& go_on) {
    const long size = system.atoms + static_cast<long>(system.cells.size());
    const long most = std::min(most_to_show_again, most_work_to_show_again / std::max(1L, size));
    return [&go_on, most, asked = 0L](int done, int of) mutable {
        if (done >= of && ++asked > most) return false;
        return !go_on || go_on(done, of);
    };
}

void set_width(SystemCell& cell, std::int64_t width) {
    cell.width = std::max<std::int64_t>(width, 1);
    if (width < 1) cell.sensitive = false;
}

class Protector {
public:
    Protector(const ReleaseProblem& problem, ReleaseSystem made, const GoOn& go_on)
        : problem_(problem), made_(std::move(made)), system_(made_.system), go_on_(go_on) {}

    /// Where a household knows too much beside what is out, the cell is guarded against everybody else.
    void excuse_households() { excuses_ = true; }

    Result<ProtectedRelease> run() {
        Suppression suppression = TRY(suppressed());
        TRY(mend(suppression));
        return finished(suppression);
    }

private:
    SystemCell& at(int cell) { return system_.cells[static_cast<std::size_t>(cell)]; }

    /// Also those who do not know which hidden cells are small, and who was corrected, must find none of them narrow: that is what the
    /// Council sees. What more that takes is hidden as well; the proofs hold as before.
    Done mend(Suppression& suppression) {
        std::set<int> hopeless;
        for (int round = 0; round < most_attempts; ++round) {
            const auto seen = seen_system(seen_releases(problem_, made_, suppression.hidden), {}, problem_.movements);
            if (!seen) return seen.error();
            auto narrow = TRY(opened(*seen, go_on_));
            std::erase_if(narrow, [&](const Exposure& exposure) { return hopeless.contains(first_label(*seen, exposure.cell)); });
            if (narrow.empty() || !TRY(hide_more(*seen, narrow, suppression, hopeless))) break;
        }
        return hopeless.empty() ? Done() : open_before(suppression.hidden, hopeless);
    }

    /// What nothing more widens may come out all the same where everybody could see it before: this release does not tell it.
    Done open_before(const Pattern& hidden, const std::set<int>& labels) {
        auto releases = seen_releases(problem_, made_, hidden);
        const auto with = TRY(seen_system(releases, {}, problem_.movements));
        const SeenRelease own = std::move(releases.back());
        releases.pop_back();
        std::set<int> open;
        std::optional<SeenSystem> before;
        if (!releases.empty()) {
            before = TRY(seen_system(releases, {}, problem_.movements));
            for (const auto& exposure : TRY(opened(*before, go_on_))) open.insert(exposure.cell);
        }
        for (const int label : labels) {
            const auto at = static_cast<std::size_t>(label);
            if (before && at < before->read.size() && open.contains(before->system.cell_of[at])) continue;
            const ReadCell& read = with.read[at];
            const SeenTable& table = read.release < releases.size() ? releases[read.release].tables[read.table] : own.tables[read.table];
            return invalid("statistics.cannot_protect", table.key, {{"cell", cell_name(table.dimensions, read.cell)}});
        }
        return {};
    }

    static int first_label(const SeenSystem& seen, int cell) {
        return static_cast<int>(std::ranges::find(seen.system.cell_of, cell) - seen.system.cell_of.begin());
    }

    /// Hides what widens these cells in the eyes of everybody. False when nothing more does.
    Result<bool> hide_more(const SeenSystem& seen, const std::vector<Exposure>& narrow, Suppression& suppression, std::set<int>& hopeless) {
        CellSystem system = seen.system;
        for (std::size_t c = 0; c < system.cells.size(); ++c) {
            system.cells[c].sensitive = false;
            system.cells[c].withheld = seen.hidden[c] != 0;
            system.cells[c].stays = !system.cells[c].withheld;
        }
        const std::vector<int> own = own_cells(seen);
        for (std::size_t c = 0; c < system.cells.size(); ++c) {
            if (own[c] >= 0 && own[c] != made_.headline) system.cells[c].stays = false;
        }
        for (const auto& exposure : narrow) system.cells[static_cast<std::size_t>(exposure.cell)].sensitive = true;
        for (std::size_t left = narrow.size(); left > 0; --left) {
            auto more = suppress(system, go_on_);
            if (!more && more.error().key != "statistics.cannot_protect") return more.error();
            if (!more) {
                const int cell = std::stoi(more.error().params.at("cell"));
                system.cells[static_cast<std::size_t>(cell)].sensitive = false;
                hopeless.insert(first_label(seen, cell));
                continue;
            }
            bool hid = false;
            for (std::size_t c = 0; c < system.cells.size(); ++c) {
                if (!more->hidden[c] || own[c] < 0 || suppression.hidden[static_cast<std::size_t>(own[c])]) continue;
                suppression.hidden[static_cast<std::size_t>(own[c])] = 1;
                suppression.reasons[static_cast<std::size_t>(own[c])] = Hidden::protects_another;
                hid = true;
            }
            return hid || !hopeless.empty();
        }
        return true;
    }

    /// Of each cell that everybody sees the one of this release; -1 for others. Labels of this release are the last there, the first here.
    std::vector<int> own_cells(const SeenSystem& seen) const {
        std::vector<int> own(seen.system.cells.size(), -1);
        const auto here = static_cast<std::size_t>(std::ranges::count(made_.earlier, 0));
        const std::size_t there = seen.read.size() - here;
        for (std::size_t label = 0; label < here; ++label) {
            const int cell = seen.system.cell_of[there + label];
            if (cell >= 0) own[static_cast<std::size_t>(cell)] = system_.cell_of[label];
        }
        return own;
    }

    Result<Suppression> suppressed() {
        int last = -1;
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            // Only once nothing else gives way.
            auto suppression = suppress(system_, in_bounds(system_, go_on_), &ways_, excuses_ && headline_alone_);
            if (suppression) return suppression;
            if (suppression.error().key != "statistics.cannot_protect") return suppression.error();
            const int cell = last = std::stoi(suppression.error().params.at("cell"));
            if (!TRY(gives_way(cell))) return naming_the_cell(cell, suppression.error());
        }
        return naming_the_cell(last, invalid("statistics.cannot_protect"));
    }

    /// What can be asked less of, so that this cell no longer stands in the way. False when nothing can.
    Result<bool> gives_way(int cell) {
        if (!shrunk_) {
            shrunk_ = true;
            if (TRY(shrink_bounds())) return true;
        }
        if (!headline_alone_) {
            headline_alone_ = true;
            keep_headline_alone();
            return true;
        }
        // Real numbers left it wider than whole ones do.
        if (!shrunk_cells_.contains(cell)) return false;
        set_width(at(cell), at(cell).width - 1);
        return true;
    }

    /// Totals of populations that lie within each other give away a small count between them.
    void keep_headline_alone() {
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            const int cell = static_cast<int>(c);
            system_.cells[c].stays = system_.cells[c].stays && (cell == made_.headline || known_before(cell));
        }
    }

    /// What is out already and the announced total leave some counts less room than the rules ask for, even when all else is hidden.
    /// Those are held as wide as they still can be; an earlier count at least half as wide, or as the announced total alone leaves it.
    Result<bool> shrink_bounds() {
        Prover prover(system_);
        if (go_on_) prover.ask_before_each([&] { return go_on_(0, static_cast<int>(made_.bounds.size())); });
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            const bool out = system_.cells[c].stays && !system_.cells[c].sensitive && (made_.headline == static_cast<int>(c) || known_before(static_cast<int>(c)));
            if (!out) prover.hide(static_cast<int>(c));
        }
        std::vector<int> bounds;
        for (const Bound& bound : made_.bounds) if (at(bound.cell).sensitive) bounds.push_back(bound.cell);
        prover.begin_with(ways_);
        prover.widen_together(bounds);
        bool changed = false;
        for (const Bound& bound : made_.bounds) {
            SystemCell& cell = at(bound.cell);
            if (!cell.sensitive || prover.widen(bound.cell)) continue;
            const auto [down, up] = prover.stretch(bound.cell, cell.width);
            std::int64_t room = std::min(whole_between(down, up), cell.width - 1);
            // The zeros of a new release and known erasures cost an earlier count a little; half of its room is not a little.
            if (bound.earlier >= 0 && 2 * room < cell.width && room < TRY(room_beside_the_total(bound.earlier, cell.width))) continue;
            set_width(cell, room);
            shrunk_cells_.insert(bound.cell);
            changed = true;
        }
        if (prover.stopped()) return conflict("statistics.ended");
        return changed;
    }

    /// How wide a hidden count of an earlier release would stay if of this one the largest total alone came out.
    Result<std::int64_t> room_beside_the_total(int earlier, std::int64_t width) {
        if (!beside_total_) {
            ReleaseProblem total = problem_;
            total.households.clear();
            total.tables = total.unseen = {};
            for (const auto& table : problem_.tables.tables) {
                const bool larger = total.tables.tables.empty() || table.counts.back() > total.tables.tables[0].counts[0];
                if (!larger) continue;
                total.tables.tables = {Table{table.key, table.definition, table.population, {}, {table.counts.back()}, {}}};
            }
            beside_total_ = TRY(release_system(total));
            total_prover_.emplace(beside_total_->system);
            Pattern hidden(beside_total_->system.cells.size(), 1);
            for (std::size_t label = 0; label < beside_total_->earlier.size(); ++label) {
                const int cell = beside_total_->system.cell_of[label];
                if (cell >= 0 && beside_total_->earlier[label] != 2) hidden[static_cast<std::size_t>(cell)] = 0;
            }
            show_what_is_known(beside_total_->system, hidden);
            for (std::size_t c = 0; c < hidden.size(); ++c) if (hidden[c]) total_prover_->hide(static_cast<int>(c));
        }
        const auto own = static_cast<int>(std::ranges::count(made_.earlier, 0));
        const int cell = beside_total_->system.cell_of[static_cast<std::size_t>(earlier - own + static_cast<int>(beside_total_->tables.tables[0].counts.size()))];
        if (cell < 0) return 0;
        const auto [down, up] = total_prover_->stretch(cell, width);
        return std::min(whole_between(down, up), width);
    }

    bool known_before(int cell) {
        if (shown_before_.empty()) {
            shown_before_.assign(system_.cells.size(), 0);
            for (std::size_t label = 0; label < made_.earlier.size(); ++label) {
                const int own = system_.cell_of[label];
                if (own >= 0 && made_.earlier[label] == 1) shown_before_[static_cast<std::size_t>(own)] = 1;
            }
            Pattern unlabelled(system_.cells.size(), 1);
            show_what_is_known(system_, unlabelled);
            for (std::size_t c = 0; c < unlabelled.size(); ++c) if (!unlabelled[c]) shown_before_[c] = 1;
        }
        return shown_before_[static_cast<std::size_t>(cell)] != 0;
    }

    Error naming_the_cell(int cell, const Error& error) const {
        const auto name = name_of(made_, cell);
        if (name.release.empty()) return invalid(error.key, name.table, {{"cell", name.cell}});
        return invalid(error.key, name.table, {{"cell", name.cell}, {"release", name.release}});
    }

    Hidden reason(int cell, const Suppression& suppression) const {
        if (std::ranges::find(made_.small_changes, cell) != made_.small_changes.end()) return Hidden::earlier_release;
        return suppression.reasons[static_cast<std::size_t>(cell)];
    }

    Result<ProtectedRelease> finished(const Suppression& suppression) {
        ProtectedRelease release;
        std::set<int> excused;
        for (const auto& [cell, knower] : suppression.excused) {
            system_.knowers[static_cast<std::size_t>(knower)].excused.push_back(cell);
            excused.insert(cell);
        }
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
        for (const int cell : excused) {
            for (auto& name : names_of(made_, cell)) {
                name.household = true;
                release.told.push_back(std::move(name));
            }
        }
        return release;
    }

    const ReleaseProblem& problem_;
    ReleaseSystem made_;
    CellSystem& system_;
    const GoOn& go_on_;
    std::vector<char> shown_before_;
    std::set<int> shrunk_cells_;
    std::vector<Witness> ways_;  // of the attempt before, so that the next does not begin from nothing
    std::optional<ReleaseSystem> beside_total_;
    std::optional<Prover> total_prover_;
    bool shrunk_ = false;
    bool headline_alone_ = false;
    bool excuses_ = false;
};

}  // namespace

Result<ProtectedRelease> protect_release(const ReleaseProblem& problem, const GoOn& go_on) {
    TRY(check(problem.rules));
    struct Attempt {
        Insight insight;
        bool excuses;
    };
    constexpr Attempt attempts[] = {{{}, false}, {{.again = false}, false}, {{.again = false, .left = false}, false}, {{.again = false, .left = false}, true}};
    Result<ProtectedRelease> made = invalid("statistics.cannot_protect");
    for (const auto& [insight, excuses] : attempts) {
        Protector protector(problem, TRY(release_system(problem, insight)), go_on);
        if (excuses) protector.excuse_households();
        made = protector.run();
        if (made) {
            made->insight = insight;
            if (!insight.left) made->told.emplace_back().corrections = true;
        }
        if (made || made.error().key != "statistics.cannot_protect" || problem.earlier.empty()) return made;
    }
    return made;
}

Result<CellSystem> joint_system(const ReleaseProblem& problem, const std::vector<ProtectedRelease::Told>& told, Insight insight) {
    insight.left = insight.left && std::ranges::none_of(told, &ProtectedRelease::Told::corrections);
    ReleaseSystem made = TRY(release_system(problem, insight));
    CellSystem& system = made.system;
    for (const auto& one : told) {
        const int cell = one.corrections ? -1 : cell_of(made, one);
        if (cell < 0) continue;
        if (!one.household) set_width(system.cells[static_cast<std::size_t>(cell)], one.width);
        if (one.household) for (Knower& knower : system.knowers) knower.excused.push_back(cell);
    }
    return std::move(system);
}

void show_what_is_known(const CellSystem& joint, Pattern& hidden) {
    std::vector<char> labelled(joint.cells.size(), 0);
    for (const int cell : joint.cell_of) if (cell >= 0) labelled[static_cast<std::size_t>(cell)] = 1;
    for (std::size_t c = 0; c < joint.cells.size(); ++c) if (joint.cells[c].stays && !labelled[c]) hidden[c] = 0;
}

}  // namespace homeward::statistics

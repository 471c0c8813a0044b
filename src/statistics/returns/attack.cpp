#include "statistics/returns/attack.h"

#include <cmath>

#include "statistics/kernel/audit.h"
#include "statistics/kernel/prover.h"

namespace homeward::statistics {
namespace {

constexpr int kWhole = 1000;
constexpr std::int64_t kFar = 1000;  // persons; beyond it there is no telling
constexpr double kNearly = 1e-6;     // of what a solver rounds

/// A system with a pattern, and which cell each label of the return is.
struct Scene {
    CellSystem system;
    Pattern hidden;
};

/// Labels of the return come first, those of earlier releases behind them. What stands in no table that anybody saw is hidden.
///
/// problem   of the target, or what of it somebody knows
Result<Scene> scene_of(const ReleaseProblem& problem, const Target& target) {
    Scene scene{TRY(joint_system(problem, target.told)), {}};
    scene.hidden.assign(scene.system.cells.size(), 1);
    std::size_t label = 0;
    const auto place = [&](bool hidden) {
        const int cell = label < scene.system.cell_of.size() ? scene.system.cell_of[label] : -1;
        ++label;
        // One label that is shown shows the people under every label.
        if (cell >= 0 && !hidden) scene.hidden[static_cast<std::size_t>(cell)] = 0;
    };
    for (const auto& table : target.hidden) for (const char hidden : table) place(hidden != 0);
    for (const auto& earlier : problem.earlier) for (const char shown : earlier.shown) place(shown == 0);
    show_what_is_known(scene.system, scene.hidden);
    return scene;
}

FigureAt figure_of(const TableSet& set, const CellSystem& system, int cell) {
    std::size_t label = 0;
    for (const auto& table : set.tables) {
        for (std::size_t at = 0; at < table.counts.size(); ++at, ++label) {
            if (system.cell_of[label] == cell) return {table.key, at};
        }
    }
    return {};  // of an earlier release, or of no table
}

int guarded_in(const CellSystem& system) {
    return static_cast<int>(std::ranges::count_if(system.cells, &SystemCell::sensitive));
}

std::int64_t whole_low(double real) { return static_cast<std::int64_t>(std::ceil(real - kNearly)); }
std::int64_t whole_high(double real) { return static_cast<std::int64_t>(std::floor(real + kNearly)); }

OpenedFigure opened(const Target& target, const Scene& scene, const Exposure& exposure) {
    return {figure_of(target.problem.tables, scene.system, exposure.cell), std::max<std::int64_t>(0, whole_low(exposure.low)), whole_high(exposure.high)};
}

/// The share of one part, of `parts`, told to whoever asks for the whole.
GoOn part_of(const GoOn& go_on, int part, int parts) {
    if (!go_on) return {};
    return [&go_on, part, parts](int done, int of) {
        const int within = of > 0 ? kWhole * done / of : 0;
        return go_on((kWhole * part + within) / parts, kWhole);
    };
}

/// The first three attackers at once: an exposure says who made it.
Result<std::vector<Attempt>> attack_alone(const Target& target, const GoOn& go_on) {
    ReleaseProblem alone = target.problem;
    alone.earlier.clear();
    const Scene scene = TRY(scene_of(alone, target));
    const auto found = TRY(audit(scene.system, scene.hidden, go_on));
    const int guarded = guarded_in(scene.system);
    std::vector<Attempt> attempts{{Attacker::arithmetic, guarded, {}}, {Attacker::rules, guarded, {}}, {Attacker::household, guarded, {}}};
    for (const auto& exposure : found.exposed) {
        const std::size_t who = exposure.by_arithmetic ? 0 : exposure.knower == outsider ? 1 : 2;
        attempts[who].opened.push_back(opened(target, scene, exposure));
    }
    return attempts;
}

Result<Attempt> attack_with_history(const Target& target, const GoOn& go_on) {
    const Scene scene = TRY(scene_of(target.problem, target));
    const auto found = TRY(audit(scene.system, scene.hidden, go_on));
    Attempt attempt{Attacker::earlier_releases, guarded_in(scene.system), {}};
    for (const auto& exposure : found.exposed) attempt.opened.push_back(opened(target, scene, exposure));
    return attempt;
}

}  // namespace

Done show_by_hand(Target& target, const std::vector<FigureAt>& figures) {
    const auto& tables = target.problem.tables.tables;
    for (const auto& figure : figures) {
        const auto table = std::ranges::find(tables, figure.table, &Table::key);
        if (table == tables.end() || figure.cell >= table->counts.size()) return invalid("return.no_such_figure", "shown");
        auto& hidden = target.hidden.at(static_cast<std::size_t>(table - tables.begin())).at(figure.cell);
        if (hidden == 0) return invalid("return.shown_already", "shown", {{"cell", cell_name(table->dimensions, figure.cell)}});
        hidden = 0;
    }
    return {};
}

Result<std::vector<Attempt>> attack(const Target& target, const GoOn& go_on) {
    const int parts = target.problem.earlier.empty() ? 1 : 2;
    auto attempts = TRY(attack_alone(target, part_of(go_on, 0, parts)));
    if (target.problem.households.empty()) attempts.pop_back();
    if (parts == 2) attempts.push_back(TRY(attack_with_history(target, part_of(go_on, 1, parts))));
    return attempts;
}

Result<std::vector<std::vector<std::optional<Range>>>> outside_view(const Target& target, const GoOn& go_on) {
    const Scene scene = TRY(scene_of(target.problem, target));
    Prover prover(scene.system);
    for (std::size_t c = 0; c < scene.hidden.size(); ++c) if (scene.hidden[c]) prover.hide(static_cast<int>(c));
    std::vector<std::optional<Range>> range_of(scene.system.cells.size());
    std::vector<std::vector<std::optional<Range>>> view;
    std::size_t label = 0;
    int done = 0;
    for (const auto& table : target.hidden) {
        auto& cells = view.emplace_back(table.size());
        for (std::size_t at = 0; at < table.size(); ++at, ++label) {
            const int cell = scene.system.cell_of[label];
            if (cell < 0 || table[at] == 0) continue;
            auto& range = range_of[static_cast<std::size_t>(cell)];
            if (!range) {
                if (go_on && !go_on(++done, static_cast<int>(range_of.size()))) return conflict("statistics.ended");
                const auto [down, up] = prover.stretch(cell, kFar);
                const auto value = static_cast<double>(scene.system.cells[static_cast<std::size_t>(cell)].value);
                range = Range{std::max<std::int64_t>(0, whole_low(value + down)), up < kFar ? std::optional(whole_high(value + up)) : std::nullopt};
            }
            cells[at] = range;
        }
    }
    return view;
}

}  // namespace homeward::statistics

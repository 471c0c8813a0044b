#include "statistics/kernel/audit.h"

#include <algorithm>
#include <optional>

#include "statistics/kernel/bounds.h"
#include "statistics/kernel/elimination.h"
#include "statistics/kernel/prover.h"

namespace homeward::statistics {
namespace {

// What is found for later cells may serve earlier ones.
constexpr int times_by_hand = 2;
// Wide enough to be called open in a report.
constexpr std::int64_t far_enough = 1000;

/// All that arithmetic knows: shown cells and links.
Span shown_sums(const CellSystem& system, const Pattern& hidden) {
    Span span(system.atoms);
    for (const auto& link : system.links) span.add(difference_of(link.left, link.right));
    for (std::size_t c = 0; c < system.cells.size(); ++c) if (!hidden[c]) span.add(sum_of(system.cells[c].atoms));
    return span;
}

/// One sensitive cell after the other.
class Auditor {
public:
    Auditor(const CellSystem& system, const Pattern& hidden, const GoOn& go_on) : system_(system), prover_(system), bounds_(system, hidden), sums_(shown_sums(system, hidden)) {
        for (std::size_t c = 0; c < hidden.size(); ++c) if (hidden[c]) prover_.hide(static_cast<int>(c));
        for (const auto& cell : system.cells) of_ += cell.sensitive;
        prover_.rest();
        by_hand_first_ = prover_.by_hand_first();
        // While it still asks it is not done, and its time is not that for tidying: the ranges of what is exposed come last.
        if (go_on) prover_.ask_before_each([this, &go_on] { return go_on(std::min(done_, of_ - 1), of_); });
    }

    Result<Audited> run() {
        for (int time = 0; by_hand_first_ && time < times_by_hand; ++time) open_by_hand();
        std::vector<int> sensitive;
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            if (system_.cells[c].sensitive && prover_.hidden(static_cast<int>(c))) sensitive.push_back(static_cast<int>(c));
        }
        prover_.widen_together(sensitive);
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            if (!system_.cells[c].sensitive) continue;
            look_at(static_cast<int>(c));
            if (prover_.stopped()) return conflict("statistics.ended");
            ++done_;
        }
        for (const auto& [cell, knower] : narrow_) expose(cell, knower);
        if (prover_.stopped()) return conflict("statistics.ended");
        std::ranges::sort(exposed_, {}, [](const Exposure& exposure) { return std::pair(exposure.cell, exposure.knower); });
        return Audited{std::move(exposed_), prover_.pool().witnesses()};
    }

private:
    /// Most cells; and the linear programs begin where nobody has moved yet, near to most answers.
    void open_by_hand() {
        for (std::size_t c = 0; c < system_.cells.size(); ++c) {
            const int cell = static_cast<int>(c);
            if (system_.cells[c].sensitive && prover_.hidden(cell) && !prover_.pool().wide_enough(cell) && !without_room(cell)) prover_.widen_by_hand(cell);
        }
    }

    void look_at(int cell) {
        const SystemCell& at = system_.cells[static_cast<std::size_t>(cell)];
        const auto value = static_cast<double>(at.value);
        if (!prover_.hidden(cell)) {
            exposed_.push_back({cell, true, value, value, outsider});
        } else if (!prover_.pool().wide_enough(cell) && !open_to_outsiders(cell)) {
            if (added_up(cell)) exposed_.push_back({cell, true, value, value, outsider});
            else if (without_room(cell)) exposed_.push_back({cell, false, value, value, outsider});
            else narrow_.emplace_back(cell, outsider);
        } else if (!prover_.widen_against_all(cell)) {
            for (const int knower : prover_.pool().narrow_against(cell)) if (!prover_.widen(cell, knower)) narrow_.emplace_back(cell, knower);
        }
    }

    /// A single sum leaves it no room: no search can find any.
    bool without_room(int cell) const { return bounds_.range(cell) == std::pair<std::int64_t, std::int64_t>(0, 0); }

    bool added_up(int cell) { return sums_.contains(sum_of(system_.cells[static_cast<std::size_t>(cell)].atoms)); }

    bool open_to_outsiders(int cell) {
        if (without_room(cell)) return false;
        return by_hand_first_ ? !added_up(cell) && prover_.widen_by_programs(cell) : prover_.widen(cell);
    }

    void expose(int cell, int knower) {
        const auto value = static_cast<double>(system_.cells[static_cast<std::size_t>(cell)].value);
        const auto [down, up] = prover_.stretch(cell, std::max(far_enough, 2 * system_.cells[static_cast<std::size_t>(cell)].width), knower);
        exposed_.push_back({cell, false, value + down, value + up, knower});
    }

    const CellSystem& system_;
    Prover prover_;
    Bounds bounds_;
    Span sums_;
    bool by_hand_first_ = false;
    int done_ = 0, of_ = 0;
    std::vector<std::pair<int, int>> narrow_;  // (cell, knower) whose range is still to be told, which needs questions of another kind
    std::vector<Exposure> exposed_;
};

/// The pattern that a hand-made set shows, by cells of the system.
Result<Pattern> pattern_of(const TableSet& set, const SafeTableSet& safe, const CellSystem& system) {
    if (safe.tables.size() != set.tables.size()) return invalid("statistics.table_shape");
    std::vector<std::optional<char>> decided(system.cells.size());
    std::size_t label = 0;
    for (std::size_t t = 0; t < set.tables.size(); ++t) {
        const Table& table = set.tables[t];
        const auto& cells = safe.tables[t].cells;
        if (cells.size() != table.counts.size() || safe.tables[t].dimensions != table.dimensions) return invalid("statistics.table_shape", table.key);
        for (std::size_t c = 0; c < cells.size(); ++c, ++label) {
            const auto wrong = [&](const char* key) { return invalid(key, table.key, {{"cell", cell_name(table.dimensions, c)}}); };
            if (cells[c].persons && *cells[c].persons != table.counts[c]) return wrong("statistics.wrong_figure");
            const int cell = system.cell_of[label];
            const char hidden = !cells[c].persons;
            if (cell < 0) {
                if (hidden) return wrong("statistics.wrong_figure");  // a zero that the rules show
                continue;
            }
            auto& decision = decided[static_cast<std::size_t>(cell)];
            if (decision && *decision != hidden) return wrong("statistics.two_decisions");
            decision = hidden;
        }
    }
    Pattern pattern;
    for (const auto& decision : decided) pattern.push_back(decision.value_or(0));
    return pattern;
}

}  // namespace

Result<Audited> audit(const CellSystem& system, const Pattern& hidden, const GoOn& go_on) { return Auditor(system, hidden, go_on).run(); }

std::vector<Exposure> audit(const CellSystem& system, const Pattern& hidden) { return audit(system, hidden, GoOn()).value().exposed; }

Result<std::vector<ExposedCell>> audit(const TableSet& set, const SafeTableSet& safe) {
    TRY(check(set));
    const CellSystem system = TRY(system_of(set, safe.rules));
    const Pattern pattern = TRY(pattern_of(set, safe, system));
    std::vector<ExposedCell> exposed;
    for (const auto& exposure : audit(system, pattern)) {
        std::size_t label = 0;
        bool named = false;
        for (const auto& table : set.tables) {
            for (std::size_t c = 0; c < table.counts.size() && !named; ++c) {
                if (system.cell_of[label + c] != exposure.cell) continue;
                exposed.push_back({table.key, c, exposure.by_arithmetic, exposure.low, exposure.high});
                named = true;
            }
            label += table.counts.size();
        }
    }
    return exposed;
}

}  // namespace homeward::statistics

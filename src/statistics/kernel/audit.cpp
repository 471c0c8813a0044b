#include "statistics/kernel/audit.h"

#include <optional>

#include "statistics/kernel/elimination.h"
#include "statistics/kernel/prover.h"

namespace homeward::statistics {
namespace {

// Wide enough to be called open in a report.
constexpr std::int64_t far_enough = 1000;

std::vector<std::pair<int, int>> row_of(const std::vector<int>& atoms, int factor = 1) {
    std::vector<std::pair<int, int>> row;
    for (const int atom : atoms) row.emplace_back(atom, factor);
    return row;
}

/// All that arithmetic knows: shown cells and links.
Span shown_sums(const CellSystem& system, const Pattern& hidden) {
    Span span(system.atoms);
    for (const auto& link : system.links) {
        auto row = row_of(link.left);
        for (const auto& entry : row_of(link.right, -1)) row.push_back(entry);
        span.add(row);
    }
    for (std::size_t c = 0; c < system.cells.size(); ++c) if (!hidden[c]) span.add(row_of(system.cells[c].atoms));
    return span;
}

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

std::vector<Exposure> audit(const CellSystem& system, const Pattern& hidden) {
    Prover prover(system);
    for (std::size_t c = 0; c < hidden.size(); ++c) if (hidden[c]) prover.hide(static_cast<int>(c));
    Span sums = shown_sums(system, hidden);
    std::vector<Exposure> exposed;
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        const SystemCell& cell = system.cells[c];
        if (!cell.sensitive) continue;
        const int number = static_cast<int>(c);
        const double value = static_cast<double>(cell.value);
        if (sums.contains(row_of(cell.atoms))) {
            exposed.push_back({number, true, value, value});
        } else if (!prover.widen(number)) {
            const auto [down, up] = prover.stretch(number, far_enough);
            exposed.push_back({number, false, value + down, value + up});
        }
    }
    return exposed;
}

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

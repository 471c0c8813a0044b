#include <stdexcept>

#include "statistics/kernel/cell_system.h"
#include "statistics/kernel/layout.h"
#include "statistics/kernel/safe_table.h"
#include "statistics/kernel/suppress.h"

namespace homeward::statistics {
namespace {

constexpr int largest_floor = 1000;

/// A cell of the system by the first label it has.
Error naming_the_cell(const Error& error, const TableSet& set, const CellSystem& system) {
    if (!error.params.contains("cell")) return error;
    const int wanted = std::stoi(error.params.at("cell"));
    std::size_t label = 0;
    for (const auto& table : set.tables) {
        for (std::size_t cell = 0; cell < table.counts.size(); ++cell, ++label) {
            if (system.cell_of[label] == wanted) return invalid(error.key, table.key, {{"cell", cell_name(table.dimensions, cell)}});
        }
    }
    return error;
}

/// The cells of the system that somebody has seen, under whatever label.
Pattern out_already(const CellSystem& system, const TableSet& set, const std::vector<std::vector<char>>& shown) {
    Pattern out(system.cells.size(), 0);
    std::size_t label = 0;
    for (std::size_t t = 0; t < set.tables.size(); ++t) {
        for (std::size_t cell = 0; cell < set.tables[t].counts.size(); ++cell, ++label) {
            if (t < shown.size() && !shown[t].empty() && shown[t].at(cell) && system.cell_of[label] >= 0) {
                out[static_cast<std::size_t>(system.cell_of[label])] = 1;
            }
        }
    }
    return out;
}

/// Totals of populations that lie within each other give away a small count between them: all less the adults less the
/// children of school age. Where that is so, the largest total alone is sure to be shown.
Result<Suppression> suppress_below_the_headline(CellSystem system, const Pattern& out, const GoOn& go_on) {
    int largest = -1;
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (system.cells[c].stays && (largest < 0 || system.cells[c].value > system.cells[static_cast<std::size_t>(largest)].value)) largest = static_cast<int>(c);
    }
    for (std::size_t c = 0; c < system.cells.size(); ++c) system.cells[c].stays = static_cast<int>(c) == largest || out[c];
    return suppress(system, go_on);
}

/// The last look before anything is shown: all in whole numbers, from the pattern and the witnesses alone.
void insist_on_proofs(const CellSystem& system, const Suppression& suppression) {
    WitnessPool pool(system);
    for (const auto& proof : suppression.proofs) {
        auto witness = witness_of(system, suppression.hidden, proof.atoms);
        if (!witness) throw std::logic_error("a witness does not fit its pattern");
        pool.add(std::move(*witness));
    }
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (!system.cells[c].sensitive) continue;
        if (!suppression.hidden[c] || !pool.wide_against_all(static_cast<int>(c))) throw std::logic_error("a sensitive cell lacks its proof");
    }
}

SafeTable shown(const Table& table, const CellSystem& system, const Suppression& suppression, std::size_t& label) {
    SafeTable safe{table.key, table.definition, table.population, table.dimensions, {}};
    for (const std::int64_t count : table.counts) {
        const int cell = system.cell_of[label++];
        if (cell < 0 || !suppression.hidden[static_cast<std::size_t>(cell)]) safe.cells.push_back({count, Hidden::no});
        else safe.cells.push_back({std::nullopt, suppression.reasons[static_cast<std::size_t>(cell)]});
    }
    return safe;
}

}  // namespace

Done check(const Rules& rules) {
    const auto sound = [](int floor) { return floor >= 1 && floor <= largest_floor; };
    bool good = sound(rules.floor) && rules.width >= 0 && rules.width <= largest_floor;
    for (const auto& [indicator, floor] : rules.floor_of) good = good && sound(floor);
    return good ? Done() : invalid("statistics.bad_rules");
}

int Rules::floor_for(const std::string& indicator) const {
    const auto own = floor_of.find(indicator);
    return own == floor_of.end() ? floor : own->second;
}

int Rules::width_for(const std::string& indicator) const {
    return width > 0 ? width : std::max(1, (floor_for(indicator) + 1) / 2);
}

namespace {

/// The cells of tables that are shown and, behind them, of those that nobody will see: hidden whatever they count, zeros among them.
Result<CellSystem> system_with(const TableSet& set, const TableSet& unseen, const Rules& rules) {
    if (unseen.tables.empty()) return system_of(set, rules);
    TableSet all = set;
    all.tables.insert(all.tables.end(), unseen.tables.begin(), unseen.tables.end());
    RawSystem raw = TRY(raw_system_of(all, rules));
    std::size_t seen = 0;
    for (const auto& table : set.tables) seen += table.counts.size();
    for (std::size_t label = seen; label < raw.labels.size(); ++label) {
        raw.labels[label].withheld = true;
        raw.labels[label].stays = false;
        raw.labels[label].least = 0;
    }
    return simplified(raw.layout.atoms(), {}, raw.labels, raw.links, rules.zeros_shown);
}

Result<SafeTableSet> protect_all(const TableSet& set, const TableSet& unseen, const std::vector<std::vector<char>>& shown_before,
                                 const Rules& rules, const GoOn& go_on) {
    TRY(check(set));
    TRY(check(unseen));
    TRY(check(rules));
    CellSystem system = TRY(system_with(set, unseen, rules));
    const Pattern out = out_already(system, set, shown_before);
    for (std::size_t c = 0; c < system.cells.size(); ++c) system.cells[c].stays = system.cells[c].stays || out[c];
    auto suppression = suppress(system, go_on);
    if (!suppression && suppression.error().key != "statistics.ended") suppression = suppress_below_the_headline(system, out, go_on);
    if (!suppression) return naming_the_cell(suppression.error(), set, system);
    insist_on_proofs(system, *suppression);

    SafeTableSet safe;
    safe.rules = rules;
    safe.cells = static_cast<int>(system.cells.size());
    safe.proofs = static_cast<int>(suppression->proofs.size());
    for (std::size_t c = 0; c < system.cells.size(); ++c) {
        if (!suppression->hidden[c]) continue;
        ++(system.cells[c].sensitive ? safe.hidden_by_rule : safe.hidden_to_protect);
    }
    std::size_t label = 0;
    for (const auto& table : set.tables) safe.tables.push_back(shown(table, system, *suppression, label));
    return safe;
}

}  // namespace

Result<SafeTableSet> protect(const TableSet& set, const Rules& rules) { return protect_all(set, {}, {}, rules, {}); }

Result<SafeTableSet> protect_beside(const TableSet& set, const std::vector<std::vector<char>>& shown_before, const Rules& rules,
                                    const GoOn& go_on) {
    return protect_all(set, {}, shown_before, rules, go_on);
}

Result<SafeTableSet> protect_guarding(const TableSet& set, const TableSet& unseen, const Rules& rules, const GoOn& go_on) {
    return protect_all(set, unseen, {}, rules, go_on);
}

}  // namespace homeward::statistics

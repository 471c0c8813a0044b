#include "statistics/kernel/coarsen.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace homeward::statistics {
namespace {

constexpr std::string_view kLeftOut = "left_out/";

}  // namespace

Table without(const Table& table, const std::string& classification) {
    Table coarser{table.key, table.definition, table.population, {}, {}, {}};
    for (const auto& dimension : table.dimensions) if (dimension.key != classification) coarser.dimensions.push_back(dimension);
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell) {
        const std::vector<int> at = indices_of(table.dimensions, cell);
        bool stays = true;
        for (std::size_t d = 0; d < at.size(); ++d) {
            stays = stays && (table.dimensions[d].key != classification || is_total(table.dimensions, d, at[d]));
        }
        // Row-major order stays row-major when one index is held.
        if (!stays) continue;
        coarser.counts.push_back(table.counts[cell]);
        if (!table.people.empty()) coarser.people.push_back(table.people[cell]);
    }
    return coarser;
}

namespace {

/// The keys of all classifications, as they first appear.
std::vector<std::string> classifications_of(const TableSet& set) {
    std::vector<std::string> keys;
    for (const auto& table : set.tables) {
        for (const auto& dimension : table.dimensions) if (std::ranges::find(keys, dimension.key) == keys.end()) keys.push_back(dimension.key);
    }
    return keys;
}

bool same_cells(const Table& a, const Table& b) {
    return a.definition == b.definition && a.population == b.population && a.dimensions == b.dimensions;
}

/// A table that became another one goes.
CoarserSet without_all(const TableSet& set, const std::vector<std::string>& keys) {
    CoarserSet coarser;
    for (const Table& table : set.tables) {
        Table left = table;
        for (const auto& key : keys) {
            if (std::ranges::find(left.dimensions, key, &Dimension::key) == left.dimensions.end()) continue;
            coarser.given_up.push_back({table.key, key});
            left = without(left, key);
        }
        const bool there = std::ranges::any_of(coarser.tables.tables, [&](const Table& other) { return same_cells(other, left); });
        if (!there) coarser.tables.tables.push_back(std::move(left));
    }
    return coarser;
}

std::size_t cells_of(const CoarserSet& set) {
    std::size_t cells = 0;
    for (const auto& table : set.tables.tables) cells += table.counts.size();
    return cells;
}

void finest_first(std::vector<CoarserSet>& sets) {
    // Equals keep their order, so that the same set gives the same answer.
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t s = 0; s < sets.size(); ++s) order.emplace_back(cells_of(sets[s]), s);
    std::ranges::sort(order, {}, [](const auto& one) { return std::pair(-static_cast<long>(one.first), one.second); });
    std::vector<CoarserSet> sorted;
    for (const auto& [cells, s] : order) sorted.push_back(std::move(sets[s]));
    sets = std::move(sorted);
}

void append(std::vector<CoarserSet>& sets, std::vector<CoarserSet> more) {
    finest_first(more);
    for (auto& set : more) sets.push_back(std::move(set));
}

/// Classifications that several tables have; of a single table all.
std::vector<std::string> shared_by_tables(const TableSet& set) {
    std::vector<std::string> keys = classifications_of(set);
    if (set.tables.size() < 2) return keys;
    std::erase_if(keys, [&](const std::string& key) {
        return std::ranges::count_if(set.tables, [&](const Table& table) { return std::ranges::find(table.dimensions, key, &Dimension::key) != table.dimensions.end(); }) < 2;
    });
    return keys;
}

/// The named table coarser or gone, the others as they are.
std::vector<CoarserSet> with_one_coarser(const TableSet& set, std::size_t named) {
    std::vector<CoarserSet> sets;
    const Table& table = set.tables[named];
    const std::vector<std::string> shared = shared_by_tables(set);
    for (const auto& dimension : table.dimensions) {
        // Without what only this table tells, as its outcome, nothing would be left of it.
        if (std::ranges::find(shared, dimension.key) == shared.end()) continue;
        CoarserSet coarser{set, {{table.key, dimension.key}}};
        coarser.tables.tables[named] = without(table, dimension.key);
        sets.push_back(std::move(coarser));
    }
    if (named == 0) return sets;  // the first has the headline
    CoarserSet gone{set, {{table.key, ""}}};
    gone.tables.tables.erase(gone.tables.tables.begin() + static_cast<std::ptrdiff_t>(named));
    sets.push_back(std::move(gone));
    return sets;
}

}  // namespace

bool tells_more_than_totals(const SafeTableSet& safe) {
    for (const auto& table : safe.tables) {
        for (std::size_t cell = 0; cell + 1 < table.cells.size(); ++cell) if (table.cells[cell].persons.value_or(0) > 0) return true;
    }
    return false;
}

CoarserSet headline_of(const TableSet& set) {
    CoarserSet coarser;
    Table headline = set.tables.front();
    for (const auto& dimension : set.tables.front().dimensions) {
        coarser.given_up.push_back({headline.key, dimension.key});
        headline = without(headline, dimension.key);
    }
    for (const auto& table : set.tables) {
        if (table.key != headline.key) coarser.given_up.push_back({table.key, ""});
    }
    coarser.tables.tables = {std::move(headline)};
    return coarser;
}

std::vector<CoarserSet> coarser_near(const TableSet& set, const std::string& table) {
    std::vector<CoarserSet> sets;
    const auto named = std::ranges::find(set.tables, table, &Table::key);
    if (named != set.tables.end()) append(sets, with_one_coarser(set, static_cast<std::size_t>(named - set.tables.begin())));
    const std::vector<std::string> keys = shared_by_tables(set);
    std::vector<CoarserSet> one, two;
    for (std::size_t first = 0; first < keys.size(); ++first) {
        one.push_back(without_all(set, {keys[first]}));
        for (std::size_t second = first + 1; second < keys.size(); ++second) two.push_back(without_all(set, {keys[first], keys[second]}));
    }
    append(sets, std::move(one));
    append(sets, std::move(two));
    return sets;
}

TableSet left_out(const TableSet& set, const TableSet& coarser) {
    TableSet out;
    for (const Table& table : set.tables) {
        if (std::ranges::any_of(coarser.tables, [&](const Table& other) { return same_cells(other, table); })) continue;
        out.tables.push_back(table);
        out.tables.back().key.insert(0, kLeftOut);
    }
    return out;
}

std::string key_before(const std::string& left_out) { return left_out.starts_with(kLeftOut) ? left_out.substr(kLeftOut.size()) : left_out; }

std::vector<CoarserSet> coarser_sets(const TableSet& set) {
    const std::vector<std::string> keys = classifications_of(set);
    std::vector<CoarserSet> sets;
    for (std::size_t first = 0; first < keys.size(); ++first) {
        sets.push_back(without_all(set, {keys[first]}));
        for (std::size_t second = first + 1; second < keys.size(); ++second) sets.push_back(without_all(set, {keys[first], keys[second]}));
    }
    finest_first(sets);
    sets.push_back(headline_of(set));
    return sets;
}

Result<CoarserRelease> protect_coarser(TableSet set, const Rules& rules, const GoOn& go_on) {
    auto safe = protect_beside(set, {}, rules, go_on);
    if (safe) return CoarserRelease{std::move(set), std::move(*safe), {}};
    if (safe.error().key != "statistics.cannot_protect") return safe.error();
    std::vector<CoarserSet> sets = coarser_sets(set);
    CoarserSet headline = std::move(sets.back());
    sets.pop_back();
    for (auto& coarser : sets) {
        safe = protect_guarding(coarser.tables, set, rules, go_on);
        if (safe && tells_more_than_totals(*safe)) return CoarserRelease{std::move(coarser.tables), std::move(*safe), std::move(coarser.given_up)};
        if (!safe && safe.error().key != "statistics.cannot_protect") return safe.error();
    }
    SafeTableSet alone = TRY(protect(headline.tables, rules));
    return CoarserRelease{std::move(headline.tables), std::move(alone), std::move(headline.given_up)};
}

}  // namespace homeward::statistics

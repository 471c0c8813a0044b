#include "statistics/returns/release_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace homeward::statistics {
namespace {

constexpr int first_year = 2019, last_year = 2200;
constexpr std::size_t most_text = 100;  // bytes of a key
constexpr std::size_t most_tables = 200, most_sign_offs = 20;
constexpr int largest_floor = 1000;
// Far above any population; sums of such counts do not overflow.
constexpr std::int64_t most_persons = 1'000'000'000'000;

Error wrong(std::string key, const ReleasedTable& table, std::size_t cell) {
    return invalid(std::move(key), table.key, {{"cell", cell_name(table.dimensions, cell)}});
}

bool is_key(const std::string& text) { return !text.empty() && text.size() <= most_text; }

Done check_head(const Release& release) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (release.state.size() != 2 || !std::ranges::all_of(release.state, upper)) return invalid("release.state", "state");
    if (release.year < first_year || release.year > last_year) return invalid("release.year", "year");
    const auto sound = [](int floor) { return floor >= 1 && floor <= largest_floor; };
    bool rules = sound(release.rules.floor) && release.rules.width >= 0 && release.rules.width <= largest_floor;
    for (const auto& [indicator, floor] : release.rules.floor_of) rules = rules && sound(floor);
    if (!rules) return invalid("release.rules", "rules");
    bool signs = release.sign_offs.size() <= most_sign_offs;
    for (const auto& sign_off : release.sign_offs) signs = signs && is_key(sign_off.role);
    return signs ? Done() : invalid("release.sign_offs", "sign_offs");
}

Done check_shape(const ReleasedTable& table) {
    bool sound = is_key(table.key) && is_key(table.population) && is_key(table.definition.indicator);
    for (const auto& dimension : table.dimensions) {
        sound = sound && is_key(dimension.key) && std::ranges::all_of(dimension.categories, is_key);
    }
    if (!sound || !check_dimensions(table.key, table.dimensions) || table.cells.size() != cell_count(table.dimensions)) {
        return invalid("release.table_shape", table.key);
    }
    return {};
}

Done check_values(const ReleasedTable& table, const Rules& rules) {
    const int floor = rules.floor_for(table.definition.indicator);
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        if (table.cells[cell].hidden()) continue;
        const std::int64_t persons = *table.cells[cell].persons;
        if (persons < 0) return wrong("release.negative_count", table, cell);
        if (persons > most_persons) return wrong("release.table_shape", table, cell);
        if (persons == 0 && !rules.zeros_shown) return wrong("release.zero_shown", table, cell);
        if (persons > 0 && persons < floor) return wrong("release.under_floor", table, cell);
    }
    return {};
}

/// One equation: the shown parts and the total must leave room for each hidden one, and never for one alone.
Done check_equation(const ReleasedTable& table, std::size_t total, const std::vector<std::size_t>& parts, int least_hidden) {
    std::int64_t shown = 0, hidden = 0;
    for (const std::size_t part : parts) {
        if (table.cells[part].hidden()) ++hidden;
        else shown += *table.cells[part].persons;
    }
    const std::int64_t least = shown + hidden * least_hidden;
    if (table.cells[total].hidden()) return hidden == 0 ? Done(wrong("release.derivable", table, total)) : Done();
    const std::int64_t sum = *table.cells[total].persons;
    if (sum < least || (hidden == 0 && sum != shown)) return wrong("release.margin", table, total);
    // Exactly as many people as hidden cells: each holds one.
    if (hidden == 1 || (hidden > 0 && sum == least)) return wrong("release.derivable", table, total);
    return {};
}

Done check_equations(const ReleasedTable& table, int least_hidden) {
    std::optional<Error> failed;
    each_equation(table.dimensions, [&](std::size_t total, const std::vector<std::size_t>& parts) {
        if (failed) return;
        if (auto done = check_equation(table, total, parts, least_hidden); !done) failed = done.error();
    });
    if (failed) return *failed;
    return {};
}

/// Cells of one population with the same categories are the same people: shown alike or hidden alike.
class Decisions {
public:
    Done check(const ReleasedTable& table) {
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            const auto [same, fresh] = seen_.try_emplace({table.population, categories(table, cell)}, table.cells[cell]);
            if (!fresh && same->second != table.cells[cell]) return wrong("release.two_decisions", table, cell);
        }
        return {};
    }

private:
    static std::set<std::pair<std::string, std::string>> categories(const ReleasedTable& table, std::size_t cell) {
        const std::vector<int> at = indices_of(table.dimensions, cell);
        std::set<std::pair<std::string, std::string>> categories;
        for (std::size_t d = 0; d < at.size(); ++d) {
            if (is_total(table.dimensions, d, at[d])) continue;
            categories.emplace(table.dimensions[d].key, table.dimensions[d].categories[static_cast<std::size_t>(at[d])]);
        }
        return categories;
    }

    std::map<std::pair<std::string, std::set<std::pair<std::string, std::string>>>, ReleasedCell> seen_;
};

}  // namespace

Done check(const Release& release) {
    TRY(check_head(release));
    if (release.tables.size() > most_tables) return invalid("release.table_shape", "tables");
    std::set<std::string> keys;
    std::size_t cells = 0;
    Decisions decisions;
    for (const auto& table : release.tables) {
        if (!keys.insert(table.key).second) return invalid("release.table_shape", table.key);
        TRY(check_shape(table));
        cells += table.cells.size();
        if (cells > most_cells) return invalid("release.table_shape", table.key);
        TRY(check_values(table, release.rules));
        TRY(check_equations(table, release.rules.zeros_shown ? 1 : 0));
        TRY(decisions.check(table));
    }
    return {};
}

}  // namespace homeward::statistics

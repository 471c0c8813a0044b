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
    for (const auto* named : {&release.rules.zeros_hidden, &release.rules.group_attribute}) rules = rules && std::ranges::all_of(*named, is_key);
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

using Categories = std::set<std::pair<std::string, std::string>>;

Categories categories_of(const ReleasedTable& table, std::size_t cell) {
    const std::vector<int> at = indices_of(table.dimensions, cell);
    Categories categories;
    for (std::size_t d = 0; d < at.size(); ++d) {
        if (is_total(table.dimensions, d, at[d])) continue;
        categories.emplace(table.dimensions[d].key, table.dimensions[d].categories[static_cast<std::size_t>(at[d])]);
    }
    return categories;
}

bool is_shown_zero(const ReleasedCell& cell) { return cell.persons == 0; }

/// Where zeros tell something they may be shown only of groups of which another table says that nobody is in them. That may be a table
/// of a smaller population, since populations begin and end with bands of age.
class Zeros {
public:
    explicit Zeros(const Release& release) : rules_(release.rules) {
        for (const auto& table : release.tables) if (rules_.shows_zeros_of(table.definition.indicator)) note(table);
    }

    Done check(const ReleasedTable& table) const {
        if (rules_.shows_zeros_of(table.definition.indicator)) return {};
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            if (is_shown_zero(table.cells[cell]) && !is_told(table.population, categories_of(table, cell))) return wrong("release.zero_shown", table, cell);
        }
        return {};
    }

private:
    void note(const ReleasedTable& table) {
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            if (!is_shown_zero(table.cells[cell])) continue;
            Categories categories = categories_of(table, cell);
            const bool of_an_age = std::ranges::any_of(categories, [](const auto& one) { return one.first == "age_band"; });
            nobody_.emplace(of_an_age ? "" : table.population, std::move(categories));
        }
    }
    bool is_told(const std::string& population, const Categories& group) const {
        return std::ranges::any_of(nobody_, [&](const auto& nobody) {
            return (nobody.first.empty() || nobody.first == population) && std::ranges::includes(group, nobody.second);
        });
    }

    const Rules& rules_;
    std::set<std::pair<std::string, Categories>> nobody_;  // a population, or none where a band of age says who is meant
};

/// No shown category may hold all of a group, or all but a few, where that tells something of whoever is known to be in the group.
Done check_group_attribute(const ReleasedTable& table, const Rules& rules) {
    if (!rules.group_attribute.contains(table.definition.indicator)) return {};
    const int floor = rules.floor_for(table.definition.indicator);
    std::optional<std::size_t> telling;
    each_equation(table.dimensions, [&](std::size_t whole, const std::vector<std::size_t>& parts) {
        const std::int64_t group = table.cells[whole].persons.value_or(0);
        if (group < floor || parts.size() < 2) return;
        for (const std::size_t part : parts) {
            if (table.cells[part].hidden()) continue;
            const std::int64_t rest = group - *table.cells[part].persons;
            if (rest < floor && (rest > 0 || !rules.shows_zeros_of(table.definition.indicator))) telling = part;
        }
    });
    return telling ? Done(wrong("release.group_attribute", table, *telling)) : Done();
}

/// Cells of one population with the same categories are the same people: shown alike or hidden alike.
class Decisions {
public:
    Done check(const ReleasedTable& table) {
        for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
            const auto [same, fresh] = seen_.try_emplace({table.population, categories_of(table, cell)}, table.cells[cell]);
            if (!fresh && same->second != table.cells[cell]) return wrong("release.two_decisions", table, cell);
        }
        return {};
    }

private:
    std::map<std::pair<std::string, Categories>, ReleasedCell> seen_;
};

}  // namespace

Done check(const Release& release) {
    TRY(check_head(release));
    if (release.tables.size() > most_tables) return invalid("release.table_shape", "tables");
    std::set<std::string> keys;
    std::size_t cells = 0;
    Decisions decisions;
    const Zeros zeros(release);
    for (const auto& table : release.tables) {
        if (!keys.insert(table.key).second) return invalid("release.table_shape", table.key);
        TRY(check_shape(table));
        cells += table.cells.size();
        if (cells > most_cells) return invalid("release.table_shape", table.key);
        TRY(check_values(table, release.rules));
        TRY(check_equations(table, release.rules.shows_zeros_of(table.definition.indicator) ? 1 : 0));
        TRY(check_group_attribute(table, release.rules));
        TRY(decisions.check(table));
        TRY(zeros.check(table));
    }
    return {};
}

}  // namespace homeward::statistics

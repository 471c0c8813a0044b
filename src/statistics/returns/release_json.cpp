#include "statistics/returns/release_json.h"

#include <algorithm>

#include "base/json.h"
#include "statistics/returns/release_check.h"

namespace homeward::statistics {
namespace {

// The text of a release: shapes of the wire, apart from those of the kernel, so that each may change alone.
struct CellText {
    std::optional<std::int64_t> value;
    bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(CellText, (), (value, hidden))

struct DefinitionText {
    std::string indicator;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(DefinitionText, (), (indicator, version))

struct DimensionText {
    std::string key;
    std::vector<std::string> categories;
};
BOOST_DESCRIBE_STRUCT(DimensionText, (), (key, categories))

struct TableText {
    std::string key;
    DefinitionText definition;
    std::string population;
    std::vector<DimensionText> dimensions;
    std::vector<CellText> cells;
};
BOOST_DESCRIBE_STRUCT(TableText, (), (key, definition, population, dimensions, cells))

struct RulesText {
    int floor = 0;
    std::map<std::string, int> floor_of;
    bool zeros_shown = true;
    int width = 0;
    std::optional<std::vector<std::string>> zeros_hidden, group_attribute;  // absent when empty, as in releases of older versions
};
BOOST_DESCRIBE_STRUCT(RulesText, (), (floor, floor_of, zeros_shown, width, zeros_hidden, group_attribute))

struct SignOffText {
    std::string role;
    Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(SignOffText, (), (role, signed_at))

struct ReleaseText {
    int format = 1;
    std::string state;
    int year = 0;
    Date reference_date;
    std::vector<DefinitionText> definitions;
    RulesText rules;
    std::vector<TableText> tables;
    std::vector<SignOffText> sign_offs;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ReleaseText, (), (format, state, year, reference_date, definitions, rules, tables, sign_offs, made_at))

constexpr int known_format = 1;

std::optional<std::vector<std::string>> text_of(const std::set<std::string>& indicators) {
    if (indicators.empty()) return std::nullopt;
    return std::vector(indicators.begin(), indicators.end());
}

/// Each once and in order, so that the same rules have the same bytes.
Result<std::set<std::string>> indicators_of(const std::optional<std::vector<std::string>>& text) {
    if (!text) return std::set<std::string>();
    std::set<std::string> indicators(text->begin(), text->end());
    if (indicators.empty() || !std::ranges::equal(indicators, *text)) return invalid("release.rules", "rules");
    return indicators;
}

DefinitionText text_of(const DefinitionRef& definition) { return {definition.indicator, definition.version}; }

TableText text_of(const ReleasedTable& table) {
    TableText text{table.key, text_of(table.definition), table.population, {}, {}};
    for (const auto& dimension : table.dimensions) text.dimensions.push_back({dimension.key, dimension.categories});
    for (const auto& cell : table.cells) text.cells.push_back({cell.persons, cell.hidden()});
    return text;
}

/// Each definition once, in the order of the tables.
std::vector<DefinitionText> definitions_of(const std::vector<ReleasedTable>& tables) {
    std::vector<DefinitionText> definitions;
    for (const auto& table : tables) {
        const bool known = std::ranges::any_of(definitions, [&](const auto& d) { return d.indicator == table.definition.indicator; });
        if (!known) definitions.push_back(text_of(table.definition));
    }
    return definitions;
}

Result<ReleasedTable> table_of(const TableText& text) {
    ReleasedTable table{text.key, {text.definition.indicator, text.definition.version}, text.population, {}, {}};
    for (const auto& dimension : text.dimensions) table.dimensions.push_back({dimension.key, dimension.categories});
    for (std::size_t cell = 0; cell < text.cells.size(); ++cell) {
        if (text.cells[cell].hidden == text.cells[cell].value.has_value()) {
            return invalid("release.hidden_flag", table.key, {{"cell", std::to_string(cell)}});
        }
        table.cells.push_back({text.cells[cell].value});
    }
    return table;
}

Done check_definitions(const ReleaseText& text) {
    for (const auto& table : text.tables) {
        const bool listed = std::ranges::any_of(text.definitions, [&](const auto& d) {
            return d.indicator == table.definition.indicator && d.version == table.definition.version;
        });
        if (!listed) return invalid("release.definition", table.key);
    }
    return {};
}

}  // namespace

std::vector<ReleasedTable> released(const SafeTableSet& set) {
    std::vector<ReleasedTable> tables;
    for (const auto& safe : set.tables) {
        ReleasedTable table{safe.key, safe.definition, safe.population, safe.dimensions, {}};
        for (const auto& cell : safe.cells) table.cells.push_back({cell.persons});
        tables.push_back(std::move(table));
    }
    return tables;
}

std::string write_release(const Release& release) {
    ReleaseText text;
    text.format = known_format;
    text.state = release.state;
    text.year = release.year;
    text.reference_date = release.reference_date;
    text.definitions = definitions_of(release.tables);
    const Rules& rules = release.rules;
    text.rules = {rules.floor, rules.floor_of, rules.zeros_shown, rules.width, text_of(rules.zeros_hidden), text_of(rules.group_attribute)};
    for (const auto& table : release.tables) text.tables.push_back(text_of(table));
    for (const auto& sign_off : release.sign_offs) text.sign_offs.push_back({sign_off.role, sign_off.signed_at});
    text.made_at = release.made_at;
    return json::write(text);
}

Result<Release> read_release(std::string_view json_text) {
    const ReleaseText text = TRY(json::read<ReleaseText>(json_text));
    if (text.format != known_format) return invalid("release.format", "format");
    TRY(check_definitions(text));
    Release release;
    release.state = text.state;
    release.year = text.year;
    release.reference_date = text.reference_date;
    release.rules.floor = text.rules.floor;
    release.rules.floor_of = text.rules.floor_of;
    release.rules.zeros_shown = text.rules.zeros_shown;
    release.rules.width = text.rules.width;
    release.rules.zeros_hidden = TRY(indicators_of(text.rules.zeros_hidden));
    release.rules.group_attribute = TRY(indicators_of(text.rules.group_attribute));
    for (const auto& table : text.tables) release.tables.push_back(TRY(table_of(table)));
    for (const auto& sign_off : text.sign_offs) release.sign_offs.push_back({sign_off.role, sign_off.signed_at});
    release.made_at = text.made_at;
    TRY(check(release));
    return release;
}

}  // namespace homeward::statistics

#include <algorithm>

#include "council/reports/indicator_words.h"
#include "council/reports/report_sections.h"
#include "council/returns/release.h"
#include "statistics/definitions/indicators.h"

namespace homeward::council {

namespace {

using statistics::ReleasedCell;
using statistics::ReleasedTable;

struct Received {
    ReceivedRelease line;
    statistics::Release release;
};

std::vector<Received> releases_of(const Drawing& d) {
    std::vector<Received> all;
    for (const auto& line : list_releases(d.db)) {
        if (!line.current || line.year != d.year) continue;
        all.push_back({line, get_release(d.db, line.id).value()});
    }
    return all;
}

bool is_outcome(const statistics::Dimension& dimension) { return dimension.key.starts_with("outcome"); }

/// The cell of everybody, or of one class of the outcome; over all of what else the table tells apart.
ReleasedCell overall(const ReleasedTable& table, std::optional<int> outcome = {}) {
    std::vector<int> at;
    for (const auto& dimension : table.dimensions) at.push_back(outcome && is_outcome(dimension) ? *outcome : static_cast<int>(dimension.categories.size()));
    return table.cells.at(statistics::cell_at(table.dimensions, at));
}

std::string shown(const Drawing& d, const ReleasedCell& cell) { return cell.hidden() ? d.say("hidden", "скрыто") : std::to_string(*cell.persons); }

const ReleasedTable* first_of(const statistics::Release& release, std::string_view indicator) {
    const auto found = std::ranges::find(release.tables, indicator, [](const ReleasedTable& table) -> std::string_view { return table.definition.indicator; });
    return found == release.tables.end() ? nullptr : &*found;
}

std::string source_of(const Drawing& d, const Received& received) {
    return d.say("return of ", "отчёт: ") + d.name(received.line.state) + d.say(", reference date ", ", отчётная дата ") + d.day(received.line.reference_date) +
           d.say(", received on ", ", получен ") + d.day(Date::of(received.line.received_at));
}

/// How many came home in all, State by State.
printing::Chart totals(const Drawing& d, const std::vector<Received>& all) {
    printing::Chart chart{printing::Chart::Kind::bars, d.say("People who came home, as released by each State", "Вернувшиеся люди, по данным каждого государства"), {},
                          {{d.say("People", "Человек"), {}}}, d.say("returns of the States for ", "отчёты государств за ") + std::to_string(d.year)};
    for (const auto& received : all) {
        const auto* table = first_of(received.release, "returnees");
        if (!table) continue;
        const auto cell = overall(*table);
        chart.labels.push_back(d.name(received.line.state));
        chart.series[0].values.push_back(cell.persons ? std::optional(static_cast<double>(*cell.persons)) : std::nullopt);
    }
    return chart;
}

std::optional<std::size_t> dimension_of(const ReleasedTable& table, std::string_view key) {
    const auto found = std::ranges::find(table.dimensions, key, [](const statistics::Dimension& dimension) -> std::string_view { return dimension.key; });
    return found == table.dimensions.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - table.dimensions.begin()));
}

/// Returnees of one sex, by age; over all of what else the table tells apart.
printing::Chart::Series series_of(const Drawing& d, const ReleasedTable& table, std::size_t age, std::size_t sex, std::size_t which) {
    printing::Chart::Series series{indicator_word(d.language, "classification.sex." + table.dimensions[sex].categories[which]), {}};
    std::vector<int> at;
    for (const auto& dimension : table.dimensions) at.push_back(static_cast<int>(dimension.categories.size()));
    at[sex] = static_cast<int>(which);
    for (std::size_t band = 0; band < table.dimensions[age].categories.size(); ++band) {
        at[age] = static_cast<int>(band);
        const auto& persons = table.cells[statistics::cell_at(table.dimensions, at)].persons;
        series.values.push_back(persons ? std::optional(static_cast<double>(*persons)) : std::nullopt);
    }
    return series;
}

/// Returnees by age, a series for each sex; nothing when the State released no such table.
std::optional<printing::Chart> by_age(const Drawing& d, const Received& received) {
    for (const auto& table : received.release.tables) {
        const auto age = dimension_of(table, "age_band"), sex = dimension_of(table, "sex");
        if (table.definition.indicator != "returnees" || !age || !sex) continue;
        printing::Chart chart{printing::Chart::Kind::bars, d.say("People who came home, by age and sex: ", "Вернувшиеся, по возрасту и полу: ") + d.name(received.line.state),
                              {}, {}, source_of(d, received)};
        for (const auto& band : table.dimensions[*age].categories) chart.labels.push_back(indicator_word(d.language, "classification.age_band." + band));
        for (std::size_t which = 0; which < table.dimensions[*sex].categories.size(); ++which) chart.series.push_back(series_of(d, table, *age, *sex, which));
        return without_empty_series(std::move(chart));
    }
    return std::nullopt;
}

/// An indicator in a row, how many were reached of how many; where it tells more than that apart, each class in a row of its own.
void add_indicator(const Drawing& d, const ReleasedTable& table, std::vector<std::vector<std::string>>& rows) {
    const std::string key = "indicator." + table.definition.indicator, name = indicator_word(d.language, key + ".name"), numerator = indicator_word(d.language, key + ".numerator");
    const std::string all = shown(d, overall(table));
    const auto outcome = std::ranges::find_if(table.dimensions, is_outcome);
    if (outcome == table.dimensions.end()) {
        rows.push_back({name, all, "–", numerator});
        return;
    }
    const auto& classes = outcome->categories;
    const bool one = std::ranges::find(classes, "reached") != classes.end();
    for (std::size_t which = 0; which < classes.size(); ++which) {
        if (one && classes[which] != "reached") continue;
        const std::string label = one ? name : name + ": " + indicator_word(d.language, "classification.outcome." + classes[which]);
        rows.push_back({label, shown(d, overall(table, static_cast<int>(which))), all, numerator});
    }
}

/// Each indicator once.
printing::Table indicators(const Drawing& d, const Received& received) {
    printing::Table table{d.name(received.line.state), {{d.say("Indicator", "Показатель"), false, 2}, {d.say("Number", "Число"), true, 1.1},
                                                        {d.say("Of", "Из"), true, 0.8}, {d.say("Definition", "Определение"), false, 4}}, {}};
    std::vector<std::string> seen;
    for (const auto& each : received.release.tables) {
        const auto& key = each.definition.indicator;
        if (std::ranges::find(seen, key) != seen.end()) continue;
        seen.push_back(key);
        add_indicator(d, each, table.rows);
    }
    return table;
}

}  // namespace

Drawn draw_tables(const Drawing& d) {
    const auto all = releases_of(d);
    Drawn drawn;
    drawn.figures.emplace_back(d.say("States that released a return", "Государств, обнародовавших отчёт"), std::to_string(all.size()));
    if (all.empty()) {
        drawn.blocks.push_back(printing::Paragraph{d.say("No State has released a return for the year.", "Ни одно государство не обнародовало отчёт за этот год.")});
        return drawn;
    }
    drawn.blocks.push_back(printing::Paragraph{d.say("Only what the States released stands here. A number is hidden where it is so small that it could point to a person, or where "
                                                     "another hidden one could be worked out from it. Hidden does not mean zero.",
                                                     "Здесь приведено только то, что обнародовали государства. Число скрыто, если оно так мало, что могло бы указать на человека, "
                                                     "или если по нему можно вычислить другое скрытое. Скрыто не значит ноль.")});
    drawn.blocks.push_back(totals(d, all));
    drawn.blocks.push_back(definition(d, indicator_word(d.language, "indicator.returnees.numerator")));
    for (const auto& received : all) {
        drawn.blocks.push_back(printing::Heading{3, d.name(received.line.state)});
        if (auto chart = by_age(d, received)) drawn.blocks.push_back(std::move(*chart));
        auto table = indicators(d, received);
        table.caption = d.say("Indicators", "Показатели");
        drawn.blocks.push_back(std::move(table));
        drawn.blocks.push_back(printing::Paragraph{d.say("Source: ", "Источник: ") + source_of(d, received), printing::Paragraph::Style::small});
    }
    return drawn;
}

}  // namespace homeward::council

#include <algorithm>

#include "printing/document.h"
#include "statistics/returns/formats/observations.h"
#include "statistics/returns/formats/release_facts.h"
#include "statistics/returns/formats/release_paper.h"

namespace homeward::statistics {
namespace {

/// The classification that stands in the columns: what was found, else the sex, else the last.
std::size_t columns_of(const ReleasedTable& table) {
    const auto key = [&](const char* wanted) {
        return std::ranges::find_if(table.dimensions, [&](const Dimension& dimension) { return classification_of(dimension) == wanted; });
    };
    auto found = key("outcome");
    if (found == table.dimensions.end()) found = key("sex");
    return found == table.dimensions.end() ? table.dimensions.size() - 1 : static_cast<std::size_t>(found - table.dimensions.begin());
}

std::string category_word(const Dimension& dimension, int at, const ReturnWords& words) {
    return static_cast<std::size_t>(at) < dimension.categories.size()
               ? words.category(classification_of(dimension), dimension.categories[static_cast<std::size_t>(at)]) : words.text("total");
}

std::string figure(const ReleasedCell& cell, const ReturnWords& words) { return cell.persons ? std::to_string(*cell.persons) : words.text("symbol"); }

/// The name of a line: its categories, totals left out; `Total` when all are.
std::string line_name(const ReleasedTable& table, const std::vector<int>& at, std::size_t columns, const ReturnWords& words) {
    std::string name;
    for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
        if (d == columns || is_total(table.dimensions, d, at[d])) continue;
        name += (name.empty() ? "" : ", ") + category_word(table.dimensions[d], at[d], words);
    }
    return name.empty() ? words.text("total") : name;
}

/// Lines in which nobody is say nothing; what is hidden stays.
bool empty_line(const ReleasedTable& table, std::vector<int> at, std::size_t columns) {
    for (at[columns] = 0; static_cast<std::size_t>(at[columns]) <= table.dimensions[columns].categories.size(); ++at[columns]) {
        if (table.cells[cell_at(table.dimensions, at)].persons != std::optional<std::int64_t>(0)) return false;
    }
    return true;
}

printing::Table printed(const ReleasedTable& table, const ReturnWords& words) {
    printing::Table paper{words.indicator(table.definition.indicator), {}, {}};
    if (table.dimensions.empty()) {
        paper.columns = {{words.text("figure"), true, 1}};
        paper.rows = {{figure(table.cells.front(), words)}};
        return paper;
    }
    const std::size_t columns = columns_of(table);
    const auto& across = table.dimensions[columns];
    paper.columns.push_back({words.text("group"), false, 3});
    for (std::size_t c = 0; c <= across.categories.size(); ++c) paper.columns.push_back({category_word(across, static_cast<int>(c), words), true, 1});
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        std::vector<int> at = indices_of(table.dimensions, cell);
        if (at[columns] != 0 || empty_line(table, at, columns)) continue;
        std::vector<std::string> line{line_name(table, at, columns, words)};
        for (std::size_t c = 0; c <= across.categories.size(); ++c) {
            at[columns] = static_cast<int>(c);
            line.push_back(figure(table.cells[cell_at(table.dimensions, at)], words));
        }
        paper.rows.push_back(std::move(line));
    }
    return paper;
}

void add_table(printing::Document& document, const Release& release, const ReleasedTable& table, const ReturnWords& words) {
    const auto& indicator = table.definition.indicator;
    document.blocks.emplace_back(printing::Heading{2, words.indicator(indicator)});
    printing::Facts facts;
    const auto add = [&](const char* term, std::string value) {
        if (!value.empty()) facts.items.emplace_back(words.text(term), std::move(value));
    };
    add("numerator", words.indicator(indicator, "numerator"));
    add("denominator", words.indicator(indicator, "denominator"));
    add("note", words.indicator(indicator, "note"));
    add("population", words.population(table.population));
    add("version", indicator + ", " + std::to_string(table.definition.version));
    add("floor", std::to_string(release.rules.floor_for(indicator)));
    document.blocks.emplace_back(std::move(facts));
    document.blocks.emplace_back(printed(table, words));
}

}  // namespace

std::string release_pdf(const Release& release, const std::string& language) {
    const ReturnWords words(language);
    printing::Document document;
    document.title = title_of(release, words);
    document.language = language == "ru" ? "ru" : "en";
    if (is_draft(release)) document.header = words.text("draft");
    document.footer = words.text("rule");
    document.blocks = {printing::Heading{1, document.title}, printing::Facts{facts_of(release, words)}};
    for (const auto& table : release.tables) add_table(document, release, table, words);
    return printing::to_pdf(document, release.made_at);
}

}  // namespace homeward::statistics

#include "statistics/returns/return_csv.h"

#include "statistics/returns/formats/observations.h"
#include "tabular/row_writer.h"

namespace homeward::statistics {
namespace {

std::string category_in(const ReleasedTable& table, const std::vector<int>& at, const std::string& column) {
    for (std::size_t d = 0; d < table.dimensions.size(); ++d) {
        if (classification_of(table.dimensions[d]) != column) continue;
        return is_total(table.dimensions, d, at[d]) ? "total" : table.dimensions[d].categories[static_cast<std::size_t>(at[d])];
    }
    return {};
}

void write_table(tabular::RowWriter& out, const Release& release, const ReleasedTable& table, const std::vector<std::string>& columns) {
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        out.text(release.state);
        out.number(std::int64_t{release.year});
        out.date(release.reference_date);
        for (const auto* text : {&table.key, &table.definition.indicator}) out.text(*text);
        out.number(std::int64_t{table.definition.version});
        out.text(table.population);
        const auto at = indices_of(table.dimensions, cell);
        for (const auto& column : columns) out.text(category_in(table, at, column));
        if (table.cells[cell].hidden()) out.empty(); else out.number(*table.cells[cell].persons);
        out.text(table.cells[cell].hidden() ? "hidden" : "shown");
        out.end_row();
    }
}

}  // namespace

std::string tables_csv(const Release& release) {
    std::string csv;
    const auto out = tabular::csv_writer(csv);
    const auto columns = classifications_of(release.tables);
    for (const char* heading : {"state", "year", "reference_date", "table", "indicator", "version", "population"}) out->text(heading);
    for (const auto& column : columns) out->text(column);
    for (const char* heading : {"value", "status"}) out->text(heading);
    out->end_row();
    for (const auto& table : release.tables) write_table(*out, release, table, columns);
    out->finish();
    return csv;
}

}  // namespace homeward::statistics

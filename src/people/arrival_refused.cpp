#include "people/arrival_refused.h"

#include <set>

#include "tabular/row_writer.h"
#include "tabular/table.h"

namespace homeward::people {

namespace {

using Words = std::function<std::string(std::string_view)>;

/// A cell of the list in its own kind, so that dates stay dates.
void copy(const tabular::Cell& cell, tabular::RowWriter& writer) {
    using tabular::CellKind;
    if (cell.kind == CellKind::date) writer.date(*cell.date);
    else if (cell.kind == CellKind::number) writer.number(cell.number);
    else writer.text(cell.text);
}

std::string reasons_of(const ArrivalRow& row, const Words& text) {
    std::string reasons;
    for (const auto& refusal : row.refusals) {
        if (!reasons.empty()) reasons += "; ";
        if (!refusal.column.empty()) reasons += refusal.column + ": ";
        reasons += text("arrival.reason." + refusal.reason);
        if (refusal.other_row) reasons += " (" + text("arrival.refused.row") + " " + std::to_string(refusal.other_row) + ")";
    }
    return reasons;
}

void write_header(const ArrivalVerdict& verdict, tabular::RowWriter& writer, const Words& text) {
    writer.text(text("arrival.refused.row"));
    for (const auto& column : verdict.columns) writer.text(column.header);
    writer.text(text("arrival.refused.reason"));
    writer.end_row();
}

void write_row(const tabular::Row& row, const ArrivalRow& judged, std::size_t columns, tabular::RowWriter& writer, const Words& text) {
    writer.number(static_cast<std::int64_t>(row.number));
    for (std::size_t at = 0; at < columns; ++at) {
        if (at < row.cells.size()) copy(row.cells[at], writer); else writer.empty();
    }
    writer.text(reasons_of(judged, text));
    writer.end_row();
}

}  // namespace

Result<std::string> refused_rows_xlsx(const ArrivalVerdict& verdict, std::string_view bytes, const Words& text) {
    std::map<int, const ArrivalRow*> refused;
    for (const auto& row : verdict.rows) {
        if (row.status == RowStatus::refused) refused.emplace(row.row, &row);
    }
    std::string out;
    const auto writer = tabular::xlsx_writer(out, {text("arrival.refused.sheet"), true});
    write_header(verdict, *writer, text);
    const auto reader = TRY(tabular::open(bytes, {}, verdict.sheet));
    tabular::Row row;
    while (TRY(reader->next(row))) {
        const auto found = refused.find(row.number);
        if (found != refused.end()) write_row(row, *found->second, verdict.columns.size(), *writer, text);
    }
    writer->finish();
    return out;
}

}  // namespace homeward::people

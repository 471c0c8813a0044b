#include "printing/pdf_table.h"

#include "base/text.h"
#include "printing/flow.h"

namespace homeward::printing {

namespace {

constexpr double padding = 4;
constexpr std::size_t most_side_by_side = 3;

struct Columns {
    std::vector<double> from, width;
};

Columns columns_of(const Table& table, double width) {
    double sum = 0;
    for (const auto& column : table.columns) sum += std::max(column.width, 0.05);
    Columns columns;
    double from = 0;
    for (const auto& column : table.columns) {
        const double share = std::max(column.width, 0.05) / sum * width;
        columns.from.push_back(from);
        columns.width.push_back(share);
        from += share;
    }
    return columns;
}

std::vector<Cell> cells_of(const Sheet& sheet, const Table& table, const Columns& columns,
                           const std::vector<std::string>& row, Face face) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        face.side = table.columns[i].numeric ? Side::end : Side::start;
        const double width = std::max(columns.width[i] - 2 * padding, 4.0);
        cells.push_back({sheet.type().set(i < row.size() ? row[i] : "", face, width), columns.from[i] + padding, width});
    }
    return cells;
}

std::vector<std::string> labels_of(const Table& table) {
    std::vector<std::string> labels;
    for (const auto& column : table.columns) labels.push_back(column.label);
    return labels;
}

void set_head(Sheet& sheet, const std::vector<Cell>& head) {
    double height = 0;
    for (const Cell& cell : head) height = std::max(height, cell.text.height());
    // A head that fills half a page would leave no room for rows: it is cut then.
    height = std::min(height, sheet.whole() / 2);
    sheet.box(0, sheet.width(), sheet.y(), height + 2 * padding, wash_colour);
    for (const Cell& cell : head) {
        double y = sheet.y() + padding;
        const double end = y + height + 0.01;
        for (std::size_t i = 0; i < cell.text.lines().size() && y + cell.text.lines()[i].height <= end; ++i) {
            if (sheet.canvas()) cell.text.draw(sheet.canvas(), i, sheet.at(cell.from, cell.width), y);
            y += cell.text.lines()[i].height;
        }
    }
    sheet.down(height + 2 * padding);
    sheet.rule(0, sheet.width(), sheet.y(), 1, accent_colour);
}

/// The paragraphs of each text, when all have as many: then they can stand beside each other one by one.
std::vector<std::vector<std::string>> paragraphs_of(const SideBySide& block, std::size_t from, std::size_t to) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = from; i < to; ++i) {
        std::vector<std::string> paragraphs;
        const std::string text = plain(block.texts[i].second);
        for (const auto part : split(text, '\n')) {
            if (!trim(part).empty()) paragraphs.emplace_back(part);
        }
        rows.push_back(std::move(paragraphs));
    }
    const bool even = std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row.size() == rows[0].size(); });
    if (!even) {
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {block.texts[from + i].second};
    }
    return rows;
}

void set_texts(Sheet& sheet, const SideBySide& block, std::size_t from, std::size_t to, double scale) {
    constexpr double gutter = 18;
    const auto count = static_cast<double>(to - from);
    const double width = (sheet.width() - gutter * (count - 1)) / count;
    const auto place = [&](std::size_t i) { return static_cast<double>(i - from) * (width + gutter); };
    std::vector<Cell> head;
    for (std::size_t i = from; i < to; ++i) {
        head.push_back({sheet.type().set(block.texts[i].first, {.size = 9 * scale, .bold = true, .colour = accent_colour}, width),
                        place(i), width});
    }
    const auto draw_head = [&] { flow_row(sheet, head, {.below = 5}); };
    sheet.need(90 * scale);
    draw_head();
    const auto rows = paragraphs_of(block, from, to);
    for (std::size_t row = 0; row < rows[0].size(); ++row) {
        std::vector<Cell> cells;
        for (std::size_t i = from; i < to; ++i) {
            cells.push_back({sheet.type().set(rows[i - from][row], {.size = 10 * scale}, width), place(i), width});
        }
        flow_row(sheet, cells, {.head = draw_head, .below = 5});
    }
    sheet.gap(6);
}

}  // namespace

void set_table(Sheet& sheet, const Table& table, double scale) {
    if (table.columns.empty()) return;
    const Columns columns = columns_of(table, sheet.width());
    const auto head = cells_of(sheet, table, columns, labels_of(table), {.size = 8.5 * scale, .bold = true});
    sheet.need(70 * scale);
    if (!table.caption.empty()) {
        Text caption = sheet.type().set(table.caption, {.size = 9.5 * scale, .bold = true}, sheet.width());
        flow_text(sheet, std::move(caption), 0, sheet.width(), {.below = 4});
    }
    const auto draw_head = [&] { set_head(sheet, head); };
    draw_head();
    for (const auto& row : table.rows) {
        const auto cells = cells_of(sheet, table, columns, row, {.size = 9 * scale});
        flow_row(sheet, cells, {.head = draw_head, .keep_whole = true, .above = padding - 1, .below = padding});
        sheet.rule(0, sheet.width(), sheet.y(), 0.5, line_colour);
    }
    sheet.gap(10);
}

void set_facts(Sheet& sheet, const Facts& facts, double scale, bool centred) {
    const double term = sheet.width() * 0.28, value = sheet.width() - term - 10;
    for (const auto& [name, text] : facts.items) {
        if (centred) {
            Text line = sheet.type().set(name + ": " + text, {.size = 10.5 * scale, .side = Side::centre}, sheet.width());
            flow_text(sheet, std::move(line), 0, sheet.width(), {.below = 3});
            continue;
        }
        std::vector<Cell> cells;
        cells.push_back({sheet.type().set(name, {.size = 9.5 * scale, .colour = quiet_colour}, term), 0, term});
        cells.push_back({sheet.type().set(text, {.size = 10 * scale}, value), term + 10, value});
        flow_row(sheet, cells, {.keep_whole = true, .below = 3});
    }
    sheet.gap(8);
}

void set_side_by_side(Sheet& sheet, const SideBySide& block, double scale) {
    for (std::size_t from = 0; from < block.texts.size(); from += most_side_by_side) {
        set_texts(sheet, block, from, std::min(from + most_side_by_side, block.texts.size()), scale);
    }
}

}  // namespace homeward::printing

#include "printing/docx_table.h"

#include <algorithm>
#include <cmath>

namespace homeward::printing {

namespace {

constexpr int per_point = 20;  // Word counts in twentieths of a point

struct Column {
    int width = 0;
    bool numeric = false;
};

std::string opened(const std::vector<Column>& columns, std::string_view style, bool leftward) {
    std::string out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"";
    out.append(style).append("\"/>");
    if (leftward) out += "<w:bidiVisual/>";
    int sum = 0;
    for (const Column& column : columns) sum += column.width;
    out += "<w:tblW w:w=\"" + std::to_string(sum) + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const Column& column : columns) out += "<w:gridCol w:w=\"" + std::to_string(column.width) + "\"/>";
    return out + "</w:tblGrid>";
}

struct RowLook {
    bool head = false;
    bool whole = true;
    bool leftward = false;
    int bold_columns = 0;
};

void append_row(std::string& out, const std::vector<Column>& columns, const std::vector<std::string>& texts,
                const RowLook& look, Relations& relations) {
    out += "<w:tr><w:trPr>";
    if (look.whole) out += "<w:cantSplit/>";
    if (look.head) out += "<w:tblHeader/>";
    out += "</w:trPr>";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        out += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(columns[i].width) + "\" w:type=\"dxa\"/></w:tcPr>";
        const bool bold = look.head || static_cast<int>(i) < look.bold_columns;
        out += docx_paragraph(i < texts.size() ? texts[i] : "",
                              {.style = "TableText", .align = columns[i].numeric ? "right" : "", .bold = bold, .leftward = look.leftward},
                              relations);
        out += "</w:tc>";
    }
    out += "</w:tr>";
}

std::vector<Column> even_columns(std::size_t count, double width) {
    return std::vector<Column>(count, Column{static_cast<int>(width * per_point / static_cast<double>(count)), false});
}

// A table must be followed by a paragraph, or Word joins it with the next one.
constexpr std::string_view after = "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>";

}  // namespace

std::string docx_table(const Table& table, double width, bool leftward, Relations& relations) {
    if (table.columns.empty()) return {};
    double sum = 0;
    for (const auto& column : table.columns) sum += std::max(column.width, 0.05);
    std::vector<Column> columns;
    std::vector<std::string> labels;
    for (const auto& column : table.columns) {
        columns.push_back({static_cast<int>(std::lround(std::max(column.width, 0.05) / sum * width * per_point)), column.numeric});
        labels.push_back(column.label);
    }
    std::string out;
    if (!table.caption.empty()) out += docx_paragraph(table.caption, {.style = "Caption", .leftward = leftward}, relations);
    out += opened(columns, "Ruled", leftward);
    append_row(out, columns, labels, {.head = true, .leftward = leftward}, relations);
    for (const auto& row : table.rows) append_row(out, columns, row, {.leftward = leftward}, relations);
    return out.append("</w:tbl>").append(after);
}

std::string docx_facts(const Facts& facts, double width, bool leftward, Relations& relations) {
    if (facts.items.empty()) return {};
    const std::vector<Column> columns{{static_cast<int>(width * 0.28 * per_point)}, {static_cast<int>(width * 0.72 * per_point)}};
    std::string out = opened(columns, "Plain", leftward);
    for (const auto& [term, value] : facts.items) {
        append_row(out, columns, {term, value}, {.leftward = leftward, .bold_columns = 1}, relations);
    }
    return out.append("</w:tbl>").append(after);
}

std::string docx_side_by_side(const SideBySide& block, double width, bool leftward, Relations& relations) {
    constexpr std::size_t most = 3;
    std::string out;
    for (std::size_t from = 0; from < block.texts.size(); from += most) {
        const std::size_t to = std::min(from + most, block.texts.size());
        std::vector<std::string> names, texts;
        for (std::size_t i = from; i < to; ++i) {
            names.push_back(block.texts[i].first);
            texts.push_back(block.texts[i].second);
        }
        const auto columns = even_columns(to - from, width);
        out += opened(columns, "Plain", leftward);
        append_row(out, columns, names, {.head = true, .leftward = leftward}, relations);
        append_row(out, columns, texts, {.whole = false, .leftward = leftward}, relations);
        out.append("</w:tbl>").append(after);
    }
    return out;
}

}  // namespace homeward::printing

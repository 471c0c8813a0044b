#pragma once

#include <functional>
#include <vector>

#include "printing/sheet.h"

namespace homeward::printing {

/// A text at its place in the line. `from` in points from the start of the line.
struct Cell {
    Text text;
    double from = 0;
    double width = 0;
};

/// head         drawn again at the top of each further page
/// keep_whole   a row that would fit on half a page is not cut, but moved
/// above,below  room inside the row, in points
/// mark         drawn once, beside the first line
struct RowStyle {
    std::function<void()> head = nullptr;
    bool keep_whole = false;
    double above = 0;
    double below = 0;
    std::function<void(double y)> mark = nullptr;
};

/// Sets texts side by side from where the pen stands, over as many pages as the longest takes.
/// No page ends after a text's first line, or begins with its last one, where the text has more.
void flow_row(Sheet& sheet, const std::vector<Cell>& cells, const RowStyle& style);
void flow_text(Sheet& sheet, Text text, double from, double width, const RowStyle& style);

}  // namespace homeward::printing

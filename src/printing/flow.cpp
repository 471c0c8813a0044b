#include "printing/flow.h"

namespace homeward::printing {

namespace {

double height_of(const std::vector<Cell>& cells) {
    double tallest = 0;
    for (const Cell& cell : cells) tallest = std::max(tallest, cell.text.height());
    return tallest;
}

/// Of the cells' first lines the deepest: they stand on one line, whatever their letters.
double first_baseline(const std::vector<Cell>& cells) {
    double deepest = 0;
    for (const Cell& cell : cells) deepest = std::max(deepest, cell.text.lines()[0].baseline);
    return deepest;
}

/// How many lines from `first` on go into the room, minding that no line is left alone on either side of the cut.
std::size_t lines_for(const Text& text, std::size_t first, double room, bool fresh) {
    const auto& lines = text.lines();
    std::size_t count = 0;
    double used = 0;
    while (first + count < lines.size() && used + lines[first + count].height <= room + 0.01) {
        used += lines[first + count].height;
        ++count;
    }
    const std::size_t left = lines.size() - first - count;
    if (left == 0) return count;
    if (left == 1 && count > 2) return count - 1;
    if (count == 1 && first == 0 && !fresh) return 0;
    // A line taller than a page is drawn all the same: the next page would have no more room.
    return count == 0 && fresh ? 1 : count;
}

}  // namespace

void flow_row(Sheet& sheet, const std::vector<Cell>& cells, const RowStyle& style) {
    const double height = height_of(cells) + style.above + style.below;
    const auto turn = [&] {
        sheet.next_page();
        if (style.head) style.head();
    };
    const bool whole = style.keep_whole && height <= sheet.whole() / 2;
    if (whole && height > sheet.room() && !sheet.fresh()) turn();
    std::vector<std::size_t> done(cells.size(), 0);
    const double baseline = first_baseline(cells);
    bool started = false;
    int idle = 0;
    for (;;) {
        sheet.down(style.above);
        double used = 0;
        bool left = false;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Cell& cell = cells[i];
            const std::size_t count = lines_for(cell.text, done[i], sheet.room(), sheet.fresh() || idle > 0);
            double y = sheet.y() + (done[i] == 0 ? baseline - cell.text.lines()[0].baseline : 0);
            for (std::size_t k = done[i]; k < done[i] + count; ++k) {
                if (sheet.canvas()) cell.text.draw(sheet.canvas(), k, sheet.at(cell.from, cell.width), y);
                if (style.mark && !started) style.mark(y);
                started = true;
                y += cell.text.lines()[k].height;
            }
            done[i] += count;
            used = std::max(used, y - sheet.y());
            left = left || done[i] < cell.text.lines().size();
        }
        sheet.down(used + style.below);
        if (!left) return;
        idle = used == 0 ? idle + 1 : 0;
        turn();
    }
}

void flow_text(Sheet& sheet, Text text, double from, double width, const RowStyle& style) {
    std::vector<Cell> one;
    one.push_back({std::move(text), from, width});
    flow_row(sheet, one, style);
}

}  // namespace homeward::printing

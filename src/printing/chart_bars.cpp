#include <algorithm>

#include "printing/chart_parts.h"
#include "printing/words.h"

namespace homeward::printing {

namespace {

constexpr double bar = 12, between_bars = 2, between_groups = 7, hidden_width = 22, value_room = 62;

double group_height(const Chart& chart) {
    const auto bars = static_cast<double>(std::max<std::size_t>(chart.series.size(), 1));
    return bars * bar + (bars - 1) * between_bars + between_groups;
}

/// Where things of one chart of bars lie, from the start of the line.
struct Ground {
    double labels;  ///< width of the labels
    double zero;    ///< of the bars' beginning
    double unit;    ///< points for 1
};

Ground ground_of(const Chart& chart, double width) {
    const Scale scale = scale_of(chart);
    const double labels = width * 0.30;
    const double room = width - labels - 8 - value_room - (scale.low < 0 ? value_room : 0);
    const double unit = room / (scale.high - scale.low);
    return {labels, labels + 8 + (scale.low < 0 ? value_room : 0) - scale.low * unit, unit};
}

}  // namespace

double bars_height(const Chart& chart, std::size_t labels) {
    return static_cast<double>(labels) * group_height(chart) + 4;
}

void draw_bars(cairo_t* to, const Type& type, const Chart& chart, const ChartPiece& piece, double x, double y,
               double width) {
    const Ground ground = ground_of(chart, width);
    const auto place = [&](double from, double wide) { return x + (type.leftward() ? width - from - wide : from); };
    const double foot = y + bars_height(chart, piece.to - piece.from);
    set_colour(to, line_colour);
    cairo_rectangle(to, place(ground.zero - 0.4, 0.8), y, 0.8, foot - y);
    cairo_fill(to);
    double top = y + between_groups / 2;
    for (std::size_t i = piece.from; i < piece.to; ++i, top += group_height(chart)) {
        Face face = label_face;
        face.side = Side::end;
        const Text label = type.set(chart.labels[i], face, ground.labels);
        const double middle = (group_height(chart) - between_groups) / 2;
        const std::size_t shown = std::max<std::size_t>(1, std::min<std::size_t>(label.lines().size(),
            static_cast<std::size_t>((group_height(chart) - 1) / label.lines()[0].height)));
        double line_y = top + middle - label.height_of(0, shown) / 2;
        for (std::size_t k = 0; k < shown; ++k) {
            label.draw(to, k, place(0, ground.labels), line_y);
            line_y += label.lines()[k].height;
        }
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const double at = top + static_cast<double>(s) * (bar + between_bars);
            const auto value = value_at(chart, s, i);
            const double length = value ? std::abs(*value) * ground.unit : hidden_width;
            const bool below = value && *value < 0;
            const double from = below ? ground.zero - length : ground.zero;
            if (value) fill_bar(to, s, place(from, length), at, length, bar);
            else draw_hidden(to, place(from, length), at + 1, length, bar - 2);
            Face number = value ? value_face : hidden_face;
            number.side = below ? Side::end : Side::start;
            const Text text = type.set(value ? figure(*value) : std::string(words_of(type.language()).hidden), number, value_room - 5);
            const double beside = below ? from - value_room : from + length + 5;
            text.draw(to, 0, place(beside, value_room - 5), at + bar / 2 - text.lines()[0].height / 2);
        }
    }
}

}  // namespace homeward::printing

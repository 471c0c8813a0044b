#include <algorithm>

#include "printing/chart_parts.h"
#include "printing/words.h"

namespace homeward::printing {

namespace {

constexpr double axis_room = 44, foot_room = 30, head_room = 16;

struct Ground {
    double x, y, width, height;
    Scale scale;
    std::size_t labels;
    bool leftward;

    double across(std::size_t label) const {
        const double step = width / static_cast<double>(std::max<std::size_t>(labels, 1));
        const double from = (static_cast<double>(label) + 0.5) * step;
        return leftward ? x + width - from : x + from;
    }
    double up(double value) const { return y + height - (value - scale.low) / (scale.high - scale.low) * height; }
    double step() const { return width / static_cast<double>(std::max<std::size_t>(labels, 1)); }
};

void draw_axes(cairo_t* to, const Type& type, const Chart& chart, const Ground& ground, double x) {
    for (const double value : {ground.scale.low, (ground.scale.low + ground.scale.high) / 2, ground.scale.high}) {
        const double y = ground.up(value);
        set_colour(to, line_colour);
        cairo_set_line_width(to, 0.5);
        cairo_move_to(to, ground.x, y);
        cairo_line_to(to, ground.x + ground.width, y);
        cairo_stroke(to);
        Face face = label_face;
        face.side = Side::end;
        const Text text = type.set(figure(value), face, axis_room - 6);
        text.draw(to, 0, type.leftward() ? ground.x + ground.width + 6 : x, y - text.lines()[0].height / 2);
    }
    // As many labels as find room; the first is always there.
    const std::size_t every = std::max<std::size_t>(1, static_cast<std::size_t>(34 / ground.step()) + (ground.step() < 34));
    Face face = label_face;
    face.side = Side::centre;
    for (std::size_t i = 0; i < chart.labels.size(); i += every) {
        const double wide = ground.step() * static_cast<double>(every) - 2;
        const Text text = type.set(chart.labels[i], face, wide);
        for (std::size_t k = 0; k < std::min<std::size_t>(2, text.lines().size()); ++k) {
            text.draw(to, k, ground.across(i) - wide / 2, ground.y + ground.height + 6 + static_cast<double>(k) * 12);
        }
    }
}

void draw_number(cairo_t* to, const Type& type, const std::string& text, const Face& wanted, double middle, double y) {
    Face face = wanted;
    face.side = Side::centre;
    const Text set = type.set(text, face, 60);
    set.draw(to, 0, middle - 30, y);
}

void draw_series(cairo_t* to, const Type& type, const Chart& chart, std::size_t s, const Ground& ground) {
    set_colour(to, series_colour(s));
    cairo_set_line_width(to, 1.6);
    set_dash(to, s);
    bool drawing = false;
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        const auto value = value_at(chart, s, i);
        if (value && drawing) cairo_line_to(to, ground.across(i), ground.up(*value));
        if (value && !drawing) cairo_move_to(to, ground.across(i), ground.up(*value));
        drawing = value.has_value();
    }
    cairo_stroke(to);
    cairo_set_dash(to, nullptr, 0, 0);
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        const auto value = value_at(chart, s, i);
        if (value) {
            draw_mark(to, s, ground.across(i), ground.up(*value));
            if (!needs_numbers(chart)) draw_number(to, type, figure(*value), value_face, ground.across(i), ground.up(*value) - 17);
        } else {
            // Always at the foot of the drawing: where it stands tells nothing.
            const double y = ground.y + ground.height - 9 - static_cast<double>(s) * 9;
            draw_hidden(to, ground.across(i) - 4, y, 8, 7);
            if (!needs_numbers(chart)) {
                draw_number(to, type, std::string(words_of(type.language()).hidden), hidden_face, ground.across(i), y - 13);
            }
        }
    }
}

}  // namespace

void draw_lines(cairo_t* to, const Type& type, const Chart& chart, double x, double y, double width) {
    const Ground ground{type.leftward() ? x : x + axis_room, y + head_room, width - axis_room,
                        lines_height - head_room - foot_room, scale_of(chart), chart.labels.size(), type.leftward()};
    draw_axes(to, type, chart, ground, x);
    for (std::size_t s = 0; s < chart.series.size(); ++s) draw_series(to, type, chart, s, ground);
}

}  // namespace homeward::printing

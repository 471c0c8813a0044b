#include "printing/chart_parts.h"

#include <array>
#include <cmath>

namespace homeward::printing {

namespace {

constexpr std::array<Colour, 4> colours{{{0.07, 0.32, 0.36}, {0.72, 0.38, 0.08}, {0.42, 0.25, 0.52}, {0.30, 0.34, 0.38}}};
constexpr double swatch = 10, legend_gap = 14;

struct LegendPlace {
    double x, y;
};

/// Where each name of the legend stands, from the start of the line.
std::vector<LegendPlace> legend_places(const Type& type, const Chart& chart, double width, double& height) {
    std::vector<LegendPlace> places;
    double x = 0, y = 0;
    for (const auto& series : chart.series) {
        const double needed = std::min(width, swatch + 4 + type.set(series.name, label_face, width - swatch - 4).widest());
        if (x > 0 && x + needed > width) {
            x = 0;
            y += 14;
        }
        places.push_back({x, y});
        x += needed + legend_gap;
    }
    height = y + 14;
    return places;
}

void hatch(cairo_t* to, double x, double y, double width, double height, double step, bool other_way) {
    for (double at = -height; at < width; at += step) {
        cairo_move_to(to, x + (other_way ? width - at : at), y + height);
        cairo_line_to(to, x + (other_way ? width - at - height : at + height), y);
    }
    cairo_stroke(to);
}

void dots(cairo_t* to, double x, double y, double width, double height) {
    for (double row = y + 2; row < y + height; row += 3.6) {
        for (double column = x + 2; column < x + width; column += 3.6) {
            cairo_new_sub_path(to);
            cairo_arc(to, column, row, 0.9, 0, 2 * G_PI);
        }
    }
    cairo_fill(to);
}

}  // namespace

Scale scale_of(const Chart& chart) {
    Scale scale{0, 0};
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        for (std::size_t i = 0; i < chart.labels.size(); ++i) {
            const auto value = value_at(chart, s, i);
            if (!value) continue;
            scale.low = std::min(scale.low, *value);
            scale.high = std::max(scale.high, *value);
        }
    }
    if (scale.high == scale.low) scale.high = scale.low + 1;
    return scale;
}

std::optional<double> value_at(const Chart& chart, std::size_t series, std::size_t label) {
    const auto& values = chart.series[series].values;
    if (label >= values.size() || !values[label] || !std::isfinite(*values[label])) return std::nullopt;
    return values[label];
}

Colour series_colour(std::size_t series) { return colours[series % colours.size()]; }
void set_colour(cairo_t* to, const Colour& colour) { cairo_set_source_rgb(to, colour.red, colour.green, colour.blue); }

void fill_bar(cairo_t* to, std::size_t series, double x, double y, double width, double height) {
    if (width <= 0) return;
    cairo_save(to);
    cairo_rectangle(to, x, y, width, height);
    cairo_clip_preserve(to);
    set_colour(to, series % 4 == 0 ? series_colour(series) : Colour{1, 1, 1});
    cairo_fill(to);
    set_colour(to, series_colour(series));
    cairo_set_line_width(to, 1.1);
    if (series % 4 == 1 || series % 4 == 3) hatch(to, x, y, width, height, 4, false);
    if (series % 4 == 3) hatch(to, x, y, width, height, 4, true);
    if (series % 4 == 2) dots(to, x, y, width, height);
    cairo_restore(to);
    set_colour(to, series_colour(series));
    cairo_set_line_width(to, 0.8);
    cairo_rectangle(to, x, y, width, height);
    cairo_stroke(to);
}

void draw_mark(cairo_t* to, std::size_t series, double x, double y) {
    constexpr double r = 3;
    set_colour(to, series_colour(series));
    cairo_new_path(to);
    if (series % 4 == 0) cairo_arc(to, x, y, r, 0, 2 * G_PI);
    if (series % 4 == 1) cairo_rectangle(to, x - r + 0.3, y - r + 0.3, 2 * r - 0.6, 2 * r - 0.6);
    if (series % 4 >= 2) {
        cairo_move_to(to, x, y - r - 0.8);
        cairo_line_to(to, x + r + 0.6, series % 4 == 2 ? y + r : y);
        if (series % 4 == 3) cairo_line_to(to, x, y + r + 0.8);
        cairo_line_to(to, x - r - 0.6, series % 4 == 2 ? y + r : y);
        cairo_close_path(to);
    }
    cairo_fill(to);
}

void set_dash(cairo_t* to, std::size_t series) {
    static constexpr std::array<std::array<double, 4>, 4> dashes{{{}, {6, 3, 6, 3}, {1.5, 2.5, 1.5, 2.5}, {8, 2, 2, 2}}};
    cairo_set_dash(to, dashes[series % 4].data(), series % 4 == 0 ? 0 : 4, 0);
}

void draw_hidden(cairo_t* to, double x, double y, double width, double height) {
    constexpr double dash[] = {2.5, 2};
    cairo_save(to);
    set_colour(to, quiet_colour);
    cairo_set_line_width(to, 0.8);
    cairo_set_dash(to, dash, 2, 0);
    cairo_rectangle(to, x, y, width, height);
    cairo_stroke(to);
    cairo_restore(to);
}

double legend_height(const Type& type, const Chart& chart, double width) {
    if (chart.series.size() < 2) return 0;
    double height = 0;
    legend_places(type, chart, width, height);
    return height + 4;
}

void draw_legend(cairo_t* to, const Type& type, const Chart& chart, double x, double y, double width) {
    if (chart.series.size() < 2) return;
    double height = 0;
    const auto places = legend_places(type, chart, width, height);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Text name = type.set(chart.series[i].name, label_face, width - swatch - 4);
        const double from = x + (type.leftward() ? width - places[i].x - swatch : places[i].x);
        const double middle = y + places[i].y + 6;
        if (chart.kind == Chart::Kind::bars) {
            fill_bar(to, i, from, middle - 4, swatch, 8);
        } else {
            set_colour(to, series_colour(i));
            cairo_set_line_width(to, 1.5);
            set_dash(to, i);
            cairo_move_to(to, from - 1, middle);
            cairo_line_to(to, from + swatch + 1, middle);
            cairo_stroke(to);
            cairo_set_dash(to, nullptr, 0, 0);
            draw_mark(to, i, from + swatch / 2, middle);
        }
        name.draw(to, 0, type.leftward() ? from - 4 - (width - swatch - 4) : from + swatch + 4, y + places[i].y);
    }
}

}  // namespace homeward::printing

#pragma once
// What bars and lines have in common. Only the charts' own files include this.

#include "printing/chart.h"

namespace homeward::printing {

constexpr Face label_face{.size = 8.5};
constexpr Face value_face{.size = 8, .bold = true};
constexpr Face hidden_face{.size = 8, .italic = true, .colour = quiet_colour};

/// Lowest and highest of what the axis spans; 0 is always in it.
struct Scale {
    double low = 0;
    double high = 1;
};
Scale scale_of(const Chart& chart);
/// Nothing where a number is kept back, was not given, or is none.
std::optional<double> value_at(const Chart& chart, std::size_t series, std::size_t label);

Colour series_colour(std::size_t series);
void set_colour(cairo_t* to, const Colour& colour);
/// Fills a rectangle in the pattern of the series: full, slanted lines, dots, crossed lines.
void fill_bar(cairo_t* to, std::size_t series, double x, double y, double width, double height);
/// Draws the mark of a point of the series: circle, square, triangle, diamond.
void draw_mark(cairo_t* to, std::size_t series, double x, double y);
/// The broken outline that stands for a number kept back. Its size says nothing of the number.
void draw_hidden(cairo_t* to, double x, double y, double width, double height);
void set_dash(cairo_t* to, std::size_t series);

double legend_height(const Type& type, const Chart& chart, double width);
void draw_legend(cairo_t* to, const Type& type, const Chart& chart, double x, double y, double width);

/// Parts of one kind of chart; x and y are those of the drawing alone, without title, legend and source.
double bars_height(const Chart& chart, std::size_t labels);
void draw_bars(cairo_t* to, const Type& type, const Chart& chart, const ChartPiece& piece, double x, double y, double width);
constexpr double lines_height = 190;
void draw_lines(cairo_t* to, const Type& type, const Chart& chart, double x, double y, double width);

}  // namespace homeward::printing

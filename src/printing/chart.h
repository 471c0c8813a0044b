#pragma once
// Charts: marks with their numbers beside them. Series differ in pattern, dash and shape of mark, not in colour alone.

#include <cairo.h>

#include <string>
#include <vector>

#include "printing/document.h"
#include "printing/type.h"

namespace homeward::printing {

/// A chart that fits on a page; one with many bars becomes several of the same scale.
/// from, to   labels that this piece shows
struct ChartPiece {
    std::size_t from = 0;
    std::size_t to = 0;
    double height = 0;
};
/// width, room   in points; `room` is that of an empty page
std::vector<ChartPiece> pieces_of(const Type& type, const Chart& chart, double width, double room);

/// Draws a piece with its left upper corner at (x, y).
void draw_chart(cairo_t* to, const Type& type, const Chart& chart, const ChartPiece& piece, double x, double y, double width);

/// Whether the marks stand too close for every number to be beside its own: then a table of the numbers follows.
bool needs_numbers(const Chart& chart);
/// The numbers of a chart as a table.
Table numbers_of(const Chart& chart, std::string_view language);

/// A value as charts and their tables write it: whole numbers without decimals, others with at most two.
std::string figure(double value);

}  // namespace homeward::printing

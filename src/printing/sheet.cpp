#include "printing/sheet.h"

#include <cmath>

#include "printing/words.h"

namespace homeward::printing {

namespace {

// A4, in points.
constexpr double short_side = 595.276, long_side = 841.89;
constexpr double margin = 56.7, margin_top = 62, margin_bottom = 62, frame_inset = 28;
constexpr Face edge{.size = 8, .colour = quiet_colour};

}  // namespace

Sheet::Sheet(const Type& type, const Document& document, cairo_t* canvas, int pages)
    : type_(type), document_(document), canvas_(canvas), pages_(pages),
      paper_width_(document.landscape ? long_side : short_side),
      paper_height_(document.landscape ? short_side : long_side) {
    const double more = document.framed ? 24 : 0;
    left_ = margin + more;
    width_ = paper_width_ - 2 * left_;
    top_ = margin_top + more;
    bottom_ = paper_height_ - margin_bottom - more;
    begin_page();
}

double Sheet::at(double from, double width) const {
    return type_.leftward() ? left_ + width_ - from - width : left_ + from;
}

void Sheet::draw(const Text& text, double x, double y) const {
    if (canvas_) text.draw_all(canvas_, x, y);
}

void Sheet::box(double from, double width, double y, double height, const Colour& colour) const {
    if (!canvas_) return;
    cairo_set_source_rgb(canvas_, colour.red, colour.green, colour.blue);
    cairo_rectangle(canvas_, at(from, width), y, width, height);
    cairo_fill(canvas_);
}

void Sheet::rule(double from, double width, double y, double thickness, const Colour& colour) const {
    box(from, width, y - thickness / 2, thickness, colour);
}

void Sheet::frame() const {
    for (const auto& [inset, thickness] : {std::pair{frame_inset, 2.2}, std::pair{frame_inset + 6, 0.7}}) {
        cairo_set_source_rgb(canvas_, accent_colour.red, accent_colour.green, accent_colour.blue);
        cairo_set_line_width(canvas_, thickness);
        cairo_rectangle(canvas_, inset, inset, paper_width_ - 2 * inset, paper_height_ - 2 * inset);
        cairo_stroke(canvas_);
    }
}

void Sheet::draw_edge(std::string_view text, double width, double y, bool marking_at_end) const {
    const Marking marking = marking_of(text);
    double from = 0;
    if (!marking.label.empty()) {
        const auto part = [&](std::size_t at) { return std::stoi(std::string(marking.colour.substr(at, 2)), nullptr, 16) / 255.0; };
        const Text label = type_.set(marking.label, {.size = 12, .bold = true, .colour = {part(0), part(2), part(4)}, .side = Side::centre}, width);
        const double wide = label.widest() + 10, start = marking_at_end ? width - wide : document_.framed ? (width - wide) / 2 : 0;
        box(start, wide, y - 4, label.height() + 1, {0, 0, 0});
        label.draw(canvas_, 0, at(start, wide) + wide / 2 - width / 2, y - 4);
        if (!marking_at_end) from = wide + 8;
        width -= wide + 8;
    }
    if (marking.rest.empty()) return;
    Face face = edge;
    if (document_.framed) face.side = Side::centre;
    type_.set(marking.rest, face, width).draw(canvas_, 0, at(from, width), y);
}

/// Draws what every page has: header, footer, number, frame. One line each, so that they cannot grow into the text.
void Sheet::begin_page() {
    y_ = top_;
    if (!canvas_) return;
    if (document_.framed) frame();
    draw_edge(document_.header, width_, top_ - 30, !document_.framed);
    constexpr double number_width = 70;
    draw_edge(document_.footer, width_ - (document_.framed ? 0 : number_width), bottom_ + 22, false);
    if (document_.framed) return;
    Face face = edge;
    face.side = Side::end;
    // The mark keeps the slash between the two numbers where it is.
    const std::string number = (type_.leftward() ? "\u200E" : "") + std::to_string(page_) + " / " + std::to_string(pages_);
    type_.set(number, face, number_width).draw(canvas_, 0, at(width_ - number_width, number_width), bottom_ + 22);
    rule(0, width_, bottom_ + 13, 0.5, line_colour);
}

void Sheet::next_page() {
    if (canvas_) cairo_show_page(canvas_);
    ++page_;
    begin_page();
}

void Sheet::finish() {
    if (canvas_) cairo_show_page(canvas_);
}

}  // namespace homeward::printing

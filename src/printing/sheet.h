#pragma once
// The pages of a document while it is set: where the pen stands, how much room is left, and when a page ends.

#include <cairo.h>

#include <functional>
#include <string>
#include <vector>

#include "printing/document.h"
#include "printing/type.h"

namespace homeward::printing {

/// A document is set twice: first without a canvas, to learn how many pages it takes, then onto them.
class Sheet {
public:
    /// canvas   null while only measuring
    /// pages    how many there will be; 0 while that is not known
    Sheet(const Type& type, const Document& document, cairo_t* canvas, int pages);

    const Type& type() const { return type_; }
    /// Null while only measuring.
    cairo_t* canvas() const { return canvas_; }
    double left() const { return left_; }
    double width() const { return width_; }
    double y() const { return y_; }
    double room() const { return bottom_ - y_; }
    /// Room of a page that nothing stands on.
    double whole() const { return bottom_ - top_; }
    bool fresh() const { return y_ <= top_; }
    int page() const { return page_; }

    void down(double points) { y_ += points; }
    /// Space between blocks, which no page begins with.
    void gap(double points) { if (!fresh()) y_ += points; }
    void next_page();
    /// Ends the page when less than this is left of it and something stands there.
    void need(double points) { if (room() < points && !fresh()) next_page(); }
    /// Ends the last page.
    void finish();

    /// `x` of what begins `from` points after the start of the line and is `width` wide, whichever way lines run.
    double at(double from, double width) const;
    void rule(double from, double width, double y, double thickness, const Colour& colour) const;
    void box(double from, double width, double y, double height, const Colour& colour) const;
    void draw(const Text& text, double x, double y) const;

private:
    void begin_page();
    void frame() const;
    /// One line of the edge of a page, with its marking, within `width` points from the start of the line.
    void draw_edge(std::string_view text, double width, double y, bool marking_at_end) const;

    const Type& type_;
    const Document& document_;
    cairo_t* canvas_;
    int pages_;
    int page_ = 1;
    double paper_width_, paper_height_;
    double left_, width_, top_, bottom_, y_;
};

}  // namespace homeward::printing

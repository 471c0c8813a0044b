#include "printing/pictures.h"

#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>

#include "printing/qr.h"

namespace homeward::printing {

namespace {

// 180 dots an inch: sharp on paper, small in the file.
constexpr double dots_per_point = 2.5;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

Picture painted(double width, double height, const std::function<void(cairo_t*)>& draw) {
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(width * dots_per_point)),
                                   static_cast<int>(std::ceil(height * dots_per_point))),
        &cairo_surface_destroy);
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> canvas(cairo_create(surface.get()), &cairo_destroy);
    cairo_scale(canvas.get(), dots_per_point, dots_per_point);
    cairo_set_source_rgb(canvas.get(), 1, 1, 1);
    cairo_paint(canvas.get());
    draw(canvas.get());
    canvas.reset();
    Picture picture{{}, width, height};
    if (cairo_surface_write_to_png_stream(surface.get(), &append, &picture.png) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error("printing: a picture could not be written");
    }
    return picture;
}

}  // namespace

Picture picture_of(const Type& type, const Chart& chart, const ChartPiece& piece, double width) {
    return painted(width, piece.height + 2, [&](cairo_t* to) { draw_chart(to, type, chart, piece, 0, 1, width); });
}

Picture picture_of_qr(const std::string& text, double size) {
    const QrSquares squares = qr_squares(text);
    return painted(size, size, [&](cairo_t* to) { draw_qr(to, squares, 0, 0, size); });
}

}  // namespace homeward::printing

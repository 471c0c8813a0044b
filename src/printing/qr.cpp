#include "printing/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace homeward::printing {

QrSquares qr_squares(const std::string& text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) throw std::length_error("printing: the text does not fit into a QR code");
    QrSquares squares{code->width, {}};
    for (int i = 0; i < code->width * code->width; ++i) squares.dark.push_back(code->data[i] & 1);
    return squares;
}

void draw_qr(cairo_t* to, const QrSquares& code, double x, double y, double size) {
    constexpr int border = 4;
    const double unit = size / (code.side + 2 * border);
    cairo_save(to);
    cairo_set_source_rgb(to, 1, 1, 1);
    cairo_rectangle(to, x, y, size, size);
    cairo_fill(to);
    cairo_set_source_rgb(to, 0, 0, 0);
    // One path for the whole code, so that no hairlines show between its squares.
    for (int row = 0; row < code.side; ++row) {
        for (int column = 0; column < code.side; ++column) {
            if (!code.dark[static_cast<std::size_t>(row * code.side + column)]) continue;
            cairo_rectangle(to, x + (column + border) * unit, y + (row + border) * unit, unit, unit);
        }
    }
    cairo_set_antialias(to, CAIRO_ANTIALIAS_NONE);
    cairo_fill(to);
    cairo_restore(to);
}

}  // namespace homeward::printing

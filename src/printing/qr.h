#pragma once

#include <cairo.h>

#include <string>
#include <vector>

namespace homeward::printing {

/// The dark squares of a code, row by row; it stands in a white border of four squares, which is the drawer's to leave.
struct QrSquares {
    int side = 0;
    std::vector<bool> dark;
};
/// Error correction M: a folded or stained sheet can still be read. Throws std::length_error for a text that no code holds.
QrSquares qr_squares(const std::string& text);

/// Draws the code with its border into a square of `size`, black on white.
void draw_qr(cairo_t* to, const QrSquares& code, double x, double y, double size);

}  // namespace homeward::printing

#pragma once
// Drawings as PNG, for formats that cannot draw by themselves.

#include <string>

#include "printing/chart.h"

namespace homeward::printing {

struct Picture {
    std::string png;
    double width = 0;   ///< in points, as it stands on the page
    double height = 0;
};

Picture picture_of(const Type& type, const Chart& chart, const ChartPiece& piece, double width);
Picture picture_of_qr(const std::string& text, double size);

}  // namespace homeward::printing

#pragma once

#include "printing/sheet.h"

namespace homeward::printing {

/// Sets all blocks of a document onto the sheet, from where its pen stands.
///
/// scale     of all letters, 1 for the usual size
/// outline   surface that gets an entry for each heading; null while only measuring
void set_blocks(Sheet& sheet, const Document& document, double scale, cairo_surface_t* outline);

}  // namespace homeward::printing

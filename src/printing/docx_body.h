#pragma once

#include "printing/docx_text.h"
#include "printing/document.h"
#include "printing/type.h"

namespace homeward::printing {

/// The blocks of a document as the content of <w:body>, and what they refer to.
std::string docx_body(const Document& document, const Type& type, Relations& relations);

/// Width of the text on a page, in points.
double text_width(const Document& document);

}  // namespace homeward::printing

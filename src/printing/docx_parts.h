#pragma once
// The parts of a DOCX package beside its text.

#include <string>

#include "base/instant.h"
#include "printing/docx_text.h"
#include "printing/document.h"

namespace homeward::printing {

extern const std::string_view docx_xml_head;
extern const std::string_view docx_namespaces;

std::string docx_content_types();
std::string docx_package_relations();
std::string docx_core(const Document& document, Instant made_at);
std::string docx_styles(const Document& document);
std::string docx_settings(const Document& document);
/// Number 1 is the list of points; from 2 on, numbered lists that each begin with 1.
std::string docx_numbering(int numbered_lists);
std::string docx_header(const Document& document);
std::string docx_footer(const Document& document);
std::string docx_relations(const Relations& relations);
/// Paper, margins, frame, header and footer.
std::string docx_section(const Document& document);

}  // namespace homeward::printing

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "council/reports/report_sections.h"
#include "printing/document.h"

namespace homeward::council {

/// What a report drew, and a whole document, as they are kept. The same in gives the same out.
std::string write_drawn(const Drawn& drawn);
Drawn read_drawn(std::string_view text);
std::string write_document(const printing::Document& document);
/// Throws std::runtime_error when what was kept does not read any more.
printing::Document read_document(std::string_view text);

}  // namespace homeward::council

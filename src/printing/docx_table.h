#pragma once

#include "printing/docx_text.h"
#include "printing/document.h"

namespace homeward::printing {

/// width   of the text on a page, in points
std::string docx_table(const Table& table, double width, bool leftward, Relations& relations);
std::string docx_facts(const Facts& facts, double width, bool leftward, Relations& relations);
std::string docx_side_by_side(const SideBySide& block, double width, bool leftward, Relations& relations);

}  // namespace homeward::printing

#pragma once

#include "printing/sheet.h"

namespace homeward::printing {

void set_table(Sheet& sheet, const Table& table, double scale);
void set_facts(Sheet& sheet, const Facts& facts, double scale, bool centred);
void set_side_by_side(Sheet& sheet, const SideBySide& block, double scale);

}  // namespace homeward::printing

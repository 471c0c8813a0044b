#pragma once

#include "tabular/table.h"

namespace homeward::tabular {

/// The named sheet of an XLSX file, or the first visible one that holds anything.
Result<std::unique_ptr<Reader>> open_xlsx(std::string_view bytes, const Limits& limits, std::string_view sheet);

}  // namespace homeward::tabular

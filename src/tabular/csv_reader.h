#pragma once

#include "tabular/table.h"

namespace homeward::tabular {

/// CSV as spreadsheets write it: quotes around a field that holds separators, line breaks or doubled quotes; records
/// end at LF or CR LF (at CR in a file without LF). A first record `sep=;` names the separator and is not counted.
Result<std::unique_ptr<Reader>> open_csv(std::string_view bytes, const Limits& limits);

}  // namespace homeward::tabular

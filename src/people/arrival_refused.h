#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "people/arrival_list.h"

namespace homeward::people {

/// The refused rows of a list as an XLSX file: their cells as in the list, then a column with the reasons, so that a
/// person can mend them and send the sheet again.
///
/// bytes     the list the verdict is about
/// text      the words for a key: `arrival.reason.<reason>`, `arrival.refused.row`, `arrival.refused.reason`,
///           `arrival.refused.sheet`
/// errors    as tabular::open; unavailable `file.cannot_write`
Result<std::string> refused_rows_xlsx(const ArrivalVerdict& verdict, std::string_view bytes,
                                      const std::function<std::string(std::string_view)>& text);

}  // namespace homeward::people

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace homeward::people {

/// The code of an operation that is called so: lower-case Latin letters, digits and `_`; "Умид йўли" becomes `umid_yoli`.
/// Empty when the name has no letter or digit that can be written so.
/// source    base/letters.h
std::string operation_code(std::string_view name);

/// One text for all spellings of a name, so that "Мехр 6" and "Mehr-6" are one.
std::string spelling_key(std::string_view name);

/// `uz-mehr-6`; `uz-mehr` without a stage. Where that is taken, the year and then a number follow.
std::string stage_id_of(std::string_view state, std::string_view operation, std::optional<int> stage, std::optional<Date> on_date,
                        const std::function<bool(const std::string&)>& taken);

}  // namespace homeward::people

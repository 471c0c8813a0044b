#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "tabular/table.h"

namespace homeward::tabular {

/// Which of the two readers takes these bytes, by their first ones; an error that names any other kind of file.
Result<Format> sniff(std::string_view bytes);

}  // namespace homeward::tabular

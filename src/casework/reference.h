#pragma once

#include <string>
#include <string_view>

#include "access/work.h"

namespace homeward::casework {

/// The next reference of a kind in this year: `C-2026-00007`. It names nobody, and may be said aloud.
///
/// series    of its numbers: `complaint`
/// letters   with which it begins: `C`
std::string next_reference(access::Work& work, std::string_view series, std::string_view letters);

}  // namespace homeward::casework

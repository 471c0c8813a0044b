#pragma once

#include <string>
#include <string_view>

#include "people/consents/recalls.h"

namespace homeward::people::consents {

/// The letter that asks a body outside to give back or destroy what it has, as PDF. It names nobody: whoever opens the
/// envelope at the wrong desk learns nothing.
///
/// language   en or ru; another is written in English
std::string letter_of_recall(const Disclosure& disclosure, const access::Actor& writer, std::string_view language, Instant now);

}  // namespace homeward::people::consents

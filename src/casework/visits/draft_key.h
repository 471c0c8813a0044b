#pragma once

#include <string>

#include "access/work.h"
#include "base/result.h"

namespace homeward::casework {

/// The key under which a page seals what this account has half-written on a device, until it is sent. It is given to a session
/// alone, so that a lost telephone holds nothing that can be read. Made when it is first asked for.
///
/// returns   32 bytes as base64url
/// errors    forbidden without read_case: whoever writes in case files needs one
Result<std::string> draft_key(access::Work& work);

}  // namespace homeward::casework

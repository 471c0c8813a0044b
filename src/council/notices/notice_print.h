#pragma once

#include "council/notices/notice.h"
#include "http/reply.h"

namespace homeward::council {

/// TLP:AMBER+STRICT, as the standard writes it.
std::string_view label_of(Marking marking);

/// One notice as a PDF; its marking stands at the top and the foot of every page, and is explained.
/// language   en or ru; any other reads English
http::Reply print_notice(access::Work& work, const Notice& notice, std::string_view language);

/// Everything this reader may see, as CSV, newest first; the marking is the first field of every row.
/// Leaves a line in the log.
http::Reply export_notices(access::Work& work);

}  // namespace homeward::council

#pragma once

#include "council/program.h"
#include "http/router.h"

namespace homeward::council {

/// Notices, for members alone: their roads out are the page, the list, the desk, the CSV and the PDF, beside the search
/// and the letters. There is no feed.
void notice_routes(http::Router& router, const Program& program);

}  // namespace homeward::council

#pragma once

#include "council/practices/practice.h"
#include "http/reply.h"

namespace homeward::council {

/// A practice as a PDF in one of its languages; the nearest one when it is not written in that.
Result<http::Reply> print_practice(access::Work& work, const Practice& practice, const std::string& language);

}  // namespace homeward::council

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/reply.h"

namespace homeward::http {

/// What a reply's head tells besides the reply itself.
struct HeadFacts {
    std::string_view request_id;
    std::optional<std::size_t> length;  ///< of the body in bytes; nothing when it streams
    bool chunked = false;
    bool keep_alive = true;
    bool page = false;        ///< part of the front end: the policy that lets its scripts run
    bool https = false;       ///< browsers shall stay with https
};

/// Status line and headers up to the empty line, with the security headers that every reply has. What the reply
/// says about caching stands; otherwise nobody may store it.
/// Throws std::logic_error for a header with a line break in it.
std::string render_head(const Reply& reply, const HeadFacts& facts);

/// `Tue, 14 May 2024 09:30:00 GMT`, now.
std::string http_date();

}  // namespace homeward::http

#pragma once
// What every request must pass before its handler: pure checks, no I/O.

#include <string_view>

#include "base/result.h"
#include "http/request.h"
#include "http/router.h"

namespace homeward::http {

/// A message whose length two readers could understand differently, or without its one Host, is refused whole
/// (RFC 9112 §3.2, §6.3).
/// errors    invalid `http.bad_request`
Done check_framing(const Request& request, bool http11);

bool is_loopback(std::string_view address);

/// Who asks: the peer, or whom the proxy on this machine names last.
std::string client_address(const Request& request, std::string peer, bool behind_proxy);

/// Whether the method promises to change nothing.
bool is_safe(std::string_view method);

/// A browser says where a request comes from; one that changes something must come from this server's own pages.
/// Programs send no Origin and pass.
/// errors    forbidden `http.foreign_origin`
Done check_origin(const Request& request, bool https_only);

/// errors    forbidden `http.csrf` unless the header X-CSRF-Token is the session's token
Done check_csrf(const Request& request, std::string_view session_csrf_token);

/// errors    invalid `http.unsupported_media_type` for a body of a type the route does not take
Done check_content_type(const Request& request, const RouteOptions& options);

}  // namespace homeward::http

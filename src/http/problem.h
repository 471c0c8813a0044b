#pragma once
// Errors as the API tells them: RFC 9457, application/problem+json.
//
//   {"type": "about:blank", "title": "Conflict", "status": 409, "key": "plan.not_submitted"}
//
// `key` is the translation key; `field` (a path like `goals/0/due_on`) and `params` come when the error has them.

#include <string_view>

#include "base/result.h"
#include "http/reply.h"

namespace homeward::http {

/// invalid 422 (malformed JSON or request 400, wrong content type 415), unauthenticated 401, forbidden 403,
/// not_found 404, conflict 409, too_large 413, too_many 429, unavailable 503.
int status_of(const Error& error);

/// The reply for an error. `params["retry_after_s"]` becomes the header Retry-After.
Reply problem(const Error& error);
/// The same under a status that no ErrorCode has: 405, 417, 431, 501
Reply problem(int status, const Error& error);
/// 500 for what broke. The incident id finds the log line; nothing else is told.
Reply broken(std::string_view incident_id);

/// `Not Found` for 404.
std::string_view reason_phrase(int status);

}  // namespace homeward::http

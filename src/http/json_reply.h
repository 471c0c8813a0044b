#pragma once
// Replies and bodies in JSON. Only .cpp files include this: it pulls Boost.JSON.

#include "base/json.h"
#include "http/reply.h"
#include "http/request.h"

namespace homeward::http {

inline Reply json_reply(int status, std::string body) {
    return {.status = status, .content_type = "application/json", .body = std::move(body), .headers = {}, .more = {}};
}

/// 200 with the value as JSON.
template <class T>
Reply ok(const T& value) {
    return json_reply(200, json::write(value));
}

/// 201, with the path of what was made: `created("/api/persons/" + id.str(), person)`.
template <class T>
Reply created(std::string location, const T& value) {
    return json_reply(201, json::write(value)).with_header("Location", std::move(location));
}

/// 202: taken, to be done later.
template <class T>
Reply accepted(const T& value) {
    return json_reply(202, json::write(value));
}

/// The body as a described struct.
/// errors    invalid `http.unsupported_media_type` (415) unless the content type is application/json;
///           those of `json::read`
template <class T>
Result<T> body_as(const Request& request) {
    if (request.content_type() != "application/json") return invalid("http.unsupported_media_type");
    return json::read<T>(request.body);
}

}  // namespace homeward::http

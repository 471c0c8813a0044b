#include "http/problem.h"

#include "base/json.h"

namespace homeward::http {
namespace {

struct Problem {
    std::string type, title;
    int status;
    std::string key;
    std::optional<std::string> field;
    std::optional<std::map<std::string, std::string>> params;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, key, field, params))

bool is_malformed(std::string_view key) {
    return key == "json.malformed" || key == "json.duplicate_key" || key == "http.bad_target" || key == "http.bad_request" ||
           key == "http.repeated_parameter";
}

}  // namespace

int status_of(const Error& error) {
    switch (error.code) {
        case ErrorCode::invalid:
            if (error.key == "http.unsupported_media_type") return 415;
            return is_malformed(error.key) ? 400 : 422;
        case ErrorCode::unauthenticated: return 401;
        case ErrorCode::forbidden: return 403;
        case ErrorCode::not_found: return 404;
        case ErrorCode::conflict: return 409;
        case ErrorCode::too_large: return 413;
        case ErrorCode::too_many: return 429;
        case ErrorCode::unavailable: return 503;
    }
    return 500;
}

Reply problem(const Error& error) { return problem(status_of(error), error); }

Reply problem(int status, const Error& error) {
    // "about:blank" says that the status tells the kind (RFC 9457 §4.2.1); `key` tells the rest.
    Problem body{"about:blank", std::string(reason_phrase(status)), status, error.key, {}, {}};
    if (!error.field.empty()) body.field = error.field;
    if (!error.params.empty()) body.params = error.params;
    Reply reply;
    reply.status = status;
    reply.content_type = "application/problem+json";
    reply.body = json::write(body);
    if (const auto after = error.params.find("retry_after_s"); after != error.params.end()) {
        reply.with_header("Retry-After", after->second);
    }
    return reply;
}

Reply broken(std::string_view incident_id) {
    return problem(500, Error{ErrorCode::unavailable, "http.broken", {}, {{"incident", std::string(incident_id)}}});
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "";  // RFC 9112 §4: the phrase may be empty
    }
}

}  // namespace homeward::http

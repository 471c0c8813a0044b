#include "base/result.h"

namespace homeward {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid: return "invalid";
        case ErrorCode::unauthenticated: return "unauthenticated";
        case ErrorCode::forbidden: return "forbidden";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::conflict: return "conflict";
        case ErrorCode::too_large: return "too_large";
        case ErrorCode::too_many: return "too_many";
        case ErrorCode::unavailable: return "unavailable";
    }
    return "invalid";
}

Error invalid(std::string key, std::string field, std::map<std::string, std::string> params) {
    return {ErrorCode::invalid, std::move(key), std::move(field), std::move(params)};
}
Error unauthenticated(std::string key) { return {ErrorCode::unauthenticated, std::move(key), {}, {}}; }
Error forbidden(std::string key) { return {ErrorCode::forbidden, std::move(key), {}, {}}; }
Error not_found(std::string key) { return {ErrorCode::not_found, std::move(key), {}, {}}; }
Error conflict(std::string key, std::map<std::string, std::string> params) {
    return {ErrorCode::conflict, std::move(key), {}, std::move(params)};
}
Error too_large(std::string key, std::map<std::string, std::string> params) {
    return {ErrorCode::too_large, std::move(key), {}, std::move(params)};
}
Error too_many(std::string key) { return {ErrorCode::too_many, std::move(key), {}, {}}; }
Error unavailable(std::string key) { return {ErrorCode::unavailable, std::move(key), {}, {}}; }

}  // namespace homeward

#include "http/cookies.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "http/reply.h"

namespace homeward::http {
namespace {

constexpr std::string_view kAttributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";

bool safe_in_cookie(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

std::string cookie(std::string_view instance, std::string_view token) {
    if (!safe_in_cookie(instance) || !safe_in_cookie(token)) throw std::logic_error("a cookie takes base64url only");
    return session_cookie_name(instance) + "=" + std::string(token) + std::string(kAttributes);
}

}  // namespace

std::string session_cookie_name(std::string_view instance) { return "__Host-homeward-" + std::string(instance); }

std::string_view cookie_value(std::string_view header, std::string_view name) {
    std::string_view found;
    bool seen = false;
    for (const auto part : split(header, ';')) {
        const auto pair = trim(part);
        if (pair.size() <= name.size() || !pair.starts_with(name) || pair[name.size()] != '=') continue;
        if (seen) return {};
        seen = true;
        found = pair.substr(name.size() + 1);
    }
    return found;
}

std::string session_cookie(std::string_view instance, std::string_view token) { return cookie(instance, token); }

std::string clear_session_cookie(std::string_view instance) { return cookie(instance, "") + "; Max-Age=0"; }

}  // namespace homeward::http

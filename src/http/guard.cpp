#include "http/guard.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace homeward::http {
namespace {

/// Takes the same time wherever the first difference stands.
bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

bool same_without_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

std::ptrdiff_t times(const Request& request, std::string_view header) {
    return std::ranges::count_if(request.headers, [&](const auto& each) { return each.first == header; });
}

bool is_ip_address(const std::string& text) {
    std::array<unsigned char, 16> bytes;
    return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace

bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

Done check_framing(const Request& request, bool http11) {
    const auto lengths = times(request, "content-length"), codings = times(request, "transfer-encoding"), hosts = times(request, "host");
    if (lengths > 1 || codings > 1 || hosts > 1 || (hosts == 0 && http11)) return invalid("http.bad_request");
    const auto length = request.header("content-length");
    if (!std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; })) return invalid("http.bad_request");
    if (codings == 0) return {};
    if (lengths > 0 || !http11 || !same_without_case(request.header("transfer-encoding"), "chunked")) return invalid("http.bad_request");
    return {};
}

std::string client_address(const Request& request, std::string peer, bool behind_proxy) {
    if (!behind_proxy || !is_loopback(peer)) return peer;
    const std::string_view named = request.header("x-forwarded-for");
    const auto comma = named.rfind(',');
    std::string last(trim(comma == std::string_view::npos ? named : named.substr(comma + 1)));
    return is_ip_address(last) ? last : peer;
}

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }

Done check_origin(const Request& request, bool https_only) {
    if (is_safe(request.method)) return {};
    std::string_view origin = request.header("origin");
    if (origin.empty()) return {};
    if (origin.starts_with("https://")) origin.remove_prefix(8);
    else if (origin.starts_with("http://") && !https_only) origin.remove_prefix(7);
    else return forbidden("http.foreign_origin");
    if (!same_without_case(origin, request.header("host"))) return forbidden("http.foreign_origin");
    return {};
}

Done check_csrf(const Request& request, std::string_view session_csrf_token) {
    if (is_safe(request.method)) return {};
    if (session_csrf_token.empty() || !same_secret(request.header("x-csrf-token"), session_csrf_token)) return forbidden("http.csrf");
    return {};
}

Done check_content_type(const Request& request, const RouteOptions& options) {
    const std::string type = request.content_type();
    for (const auto& accepted : options.content_types) {
        if (accepted == "*/*" || accepted == type) return {};
    }
    return invalid("http.unsupported_media_type");
}

}  // namespace homeward::http

#include "http/head.h"

#include <fmt/format.h>

#include <ctime>
#include <iterator>
#include <stdexcept>

#include "http/problem.h"

namespace homeward::http {
namespace {

// The front end's components set inline styles, so styles may be inline; scripts never.
constexpr std::string_view kPagePolicy =
    "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
// What is no page must never act as one.
constexpr std::string_view kDataPolicy =
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox\r\n";
constexpr std::string_view kSecurity =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr std::string_view kStayWithHttps = "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

void append_header(std::string& head, std::string_view name, std::string_view value) {
    if (name.find_first_of("\r\n:") != std::string_view::npos || value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
        throw std::logic_error("a header with a line break: " + std::string(name));
    }
    head.append(name).append(": ").append(value).append("\r\n");
}

bool has_header(const Reply& reply, std::string_view name) {
    for (const auto& [each, value] : reply.headers) {
        if (each == name) return true;
    }
    return false;
}

}  // namespace

std::string http_date() {
    // Only the thread of the network writes heads, but tests do too.
    thread_local std::time_t made_at = 0;
    thread_local std::string made;
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm utc{};
        ::gmtime_r(&now, &utc);
        made = fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[utc.tm_wday], utc.tm_mday, months[utc.tm_mon],
                           utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
        made_at = now;
    }
    return made;
}

std::string render_head(const Reply& reply, const HeadFacts& facts) {
    std::string head;
    head.reserve(1024);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", reply.status, reason_phrase(reply.status));
    append_header(head, "Date", http_date());
    append_header(head, "X-Request-Id", facts.request_id);
    if (!reply.content_type.empty()) append_header(head, "Content-Type", reply.content_type);
    // A 204 or 304 has no body and tells no length.
    if (facts.chunked) head += "Transfer-Encoding: chunked\r\n";
    else if (facts.length && reply.status != 204 && reply.status != 304) {
        fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", *facts.length);
    }
    if (!facts.keep_alive) head += "Connection: close\r\n";
    if (!has_header(reply, "Cache-Control")) head += "Cache-Control: no-store\r\n";
    for (const auto& [name, value] : reply.headers) append_header(head, name, value);
    head += facts.page ? kPagePolicy : kDataPolicy;
    head += kSecurity;
    if (facts.https) head += kStayWithHttps;
    head += "\r\n";
    return head;
}

}  // namespace homeward::http

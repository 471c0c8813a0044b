#include "http/reply.h"

#include <algorithm>

namespace homeward::http {
namespace {

bool is_token_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
}

/// `attachment`, with an ASCII name for old clients and the whole one after RFC 8187.
std::string disposition(std::string_view filename) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string plain, whole;
    for (const char c : filename) {
        if (is_token_character(c)) {
            plain += c;
            whole += c;
        } else {
            if (plain.empty() || plain.back() != '_') plain += '_';
            whole += '%';
            whole += hex[static_cast<unsigned char>(c) >> 4];
            whole += hex[static_cast<unsigned char>(c) & 15];
        }
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
}

}  // namespace

Reply no_content() {
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply download(std::string content_type, std::string_view filename, std::string body) {
    Reply reply;
    reply.content_type = std::move(content_type);
    reply.body = std::move(body);
    return std::move(reply).with_header("Content-Disposition", disposition(filename));
}

Reply download(std::string content_type, std::string_view filename, std::function<bool(std::string& part)> more) {
    Reply reply = download(std::move(content_type), filename, std::string());
    reply.more = std::move(more);
    return reply;
}

}  // namespace homeward::http

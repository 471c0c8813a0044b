#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace homeward::http {

struct ClientReply {
    int status = 0;
    std::string body;
    std::string content_type;  ///< as sent, with its parameters
};

struct ClientOptions {
    std::chrono::milliseconds connect_timeout{5'000};  ///< name, connection and TLS together
    std::chrono::milliseconds reply_timeout{30'000};   ///< from the first byte sent to the last received
    std::size_t max_reply_bytes = 1 << 20;
    std::filesystem::path ca_file;  ///< PEM; empty: the system's certificates
};

/// Sends one POST and waits for the reply. http and https; TLS 1.2 or later, certificate and name verified.
/// Redirects are not followed: a 3xx is a reply like any other.
///
/// errors    unavailable `http.cannot_connect`, `http.not_trusted` (certificate), `http.timeout`, `http.broken_reply`;
///           too_large `http.reply_too_large`; invalid `http.bad_url`
Result<ClientReply> post(std::string_view url, std::string body, std::string_view content_type,
                         const ClientOptions& options = {});
/// The same with GET.
Result<ClientReply> get(std::string_view url, const ClientOptions& options = {});

}  // namespace homeward::http

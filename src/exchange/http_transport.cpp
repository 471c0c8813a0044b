#include "exchange/courier.h"
#include "http/client.h"

namespace homeward::exchange {

Transport http_transport(std::string ca_file) {
    http::ClientOptions options;
    options.reply_timeout = std::chrono::seconds(10);
    options.max_reply_bytes = 64 * 1024;
    options.ca_file = std::move(ca_file);
    return [options](const std::string& url, const std::string& message) -> Result<std::string> {
        auto reply = http::post(url, message, "application/jose", options);
        if (!reply) return std::move(reply).error();
        if (reply->content_type != "application/jose") return unavailable("exchange.no_receipt");
        return std::move(reply->body);
    };
}

}  // namespace homeward::exchange

#include "http/client.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace homeward::http {
namespace {

namespace net = boost::asio;
namespace ssl = boost::asio::ssl;
namespace beast = boost::beast;
using net::ip::tcp;
using Parser = beast::http::response_parser<beast::http::string_body>;
using Message = beast::http::request<beast::http::string_body>;

constexpr std::uint32_t kMostHeaderBytes = 16 * 1024;

struct Address {
    bool tls = false;
    std::string host;    ///< to resolve and to verify; an IPv6 address without its brackets
    std::string port;
    std::string shown;   ///< for the Host header
    std::string target;
};

Result<Address> parse_address(std::string_view url) {
    const auto parsed = boost::urls::parse_uri({url.data(), url.size()});
    if (!parsed) return invalid("http.bad_url");
    const boost::urls::url_view& view = *parsed;
    Address address;
    address.tls = view.scheme_id() == boost::urls::scheme::https;
    if ((!address.tls && view.scheme_id() != boost::urls::scheme::http) || view.has_userinfo() || view.has_fragment() || view.host().empty()) {
        return invalid("http.bad_url");
    }
    address.host = view.host_address();
    address.port = view.has_port() ? std::string(view.port()) : address.tls ? "443" : "80";
    address.shown = std::string(view.encoded_host_and_port());
    address.target = std::string(view.encoded_target());
    if (!address.target.starts_with('/')) address.target.insert(0, "/");
    return address;
}

/// What the wire did, as the caller can act on it.
Error failure(beast::error_code failed) {
    if (failed == beast::error::timeout || failed == net::error::timed_out) return unavailable("http.timeout");
    if (failed == beast::http::error::body_limit) return too_large("http.reply_too_large");
    if (failed == ssl::error::stream_truncated || failed.category() == beast::http::make_error_code(beast::http::error::bad_method).category()) {
        return unavailable("http.broken_reply");
    }
    if (failed.category() == net::error::get_ssl_category()) return unavailable("http.not_trusted");
    return unavailable("http.cannot_connect");
}

/// One exchange of messages; throws boost::system::system_error.
class Call {
public:
    Call(const Address& address, const ClientOptions& options, Message message)
        : address_(address), options_(options), message_(std::move(message)) {
        parser_.header_limit(kMostHeaderBytes);
        parser_.body_limit(options.max_reply_bytes);
    }

    net::awaitable<void> run() {
        const auto executor = co_await net::this_coro::executor;
        if (address_.tls) {
            ssl::context context = trust();
            beast::ssl_stream<beast::tcp_stream> stream(executor, context);
            co_await connect(beast::get_lowest_layer(stream));
            name_the_host(stream);
            co_await stream.async_handshake(ssl::stream_base::client, net::use_awaitable);
            co_await exchange(stream);
        } else {
            beast::tcp_stream stream(executor);
            co_await connect(stream);
            co_await exchange(stream);
        }
    }

    ClientReply reply() {
        const auto& message = parser_.get();
        const auto type = message[beast::http::field::content_type];
        return {static_cast<int>(message.result_int()), message.body(), std::string(type)};
    }

private:
    ssl::context trust() const {
        ssl::context context(ssl::context::tls_client);
        context.set_options(ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        context.set_verify_mode(ssl::verify_peer);
        if (options_.ca_file.empty()) context.set_default_verify_paths();
        else context.load_verify_file(options_.ca_file.string());
        return context;
    }

    /// The certificate must be of this host, and a server with several must know which is asked for.
    void name_the_host(beast::ssl_stream<beast::tcp_stream>& stream) const {
        stream.set_verify_callback(ssl::host_name_verification(address_.host));
        beast::error_code is_name;
        net::ip::make_address(address_.host, is_name);
        if (is_name && !SSL_set_tlsext_host_name(stream.native_handle(), address_.host.c_str())) throw std::bad_alloc();
    }

    net::awaitable<void> connect(beast::tcp_stream& stream) {
        tcp::resolver resolver(co_await net::this_coro::executor);
        stream.expires_after(options_.connect_timeout);
        const auto found = co_await resolver.async_resolve(address_.host, address_.port, net::use_awaitable);
        co_await stream.async_connect(found, net::use_awaitable);
        stream.socket().set_option(tcp::no_delay(true));
    }

    template <class Stream>
    net::awaitable<void> exchange(Stream& stream) {
        beast::flat_buffer buffer;
        beast::get_lowest_layer(stream).expires_after(options_.reply_timeout);
        co_await beast::http::async_write(stream, message_, net::use_awaitable);
        co_await beast::http::async_read(stream, buffer, parser_, net::use_awaitable);
    }

    const Address& address_;
    const ClientOptions& options_;
    Message message_;
    Parser parser_;
};

Result<ClientReply> call(std::string_view url, beast::http::verb method, std::string body, std::string_view content_type,
                         const ClientOptions& options) {
    const Address address = TRY(parse_address(url));
    Message message(method, address.target, 11);
    message.set(beast::http::field::host, address.shown);
    message.set(beast::http::field::user_agent, "homeward");
    message.set(beast::http::field::connection, "close");
    if (!content_type.empty()) message.set(beast::http::field::content_type, beast::string_view(content_type.data(), content_type.size()));
    message.body() = std::move(body);
    message.prepare_payload();

    Call one(address, options, std::move(message));
    net::io_context context{1};
    std::exception_ptr broken;
    net::co_spawn(context, one.run(), [&](std::exception_ptr thrown) {
        broken = thrown;
        context.stop();
    });
    context.run();
    try {
        if (broken) std::rethrow_exception(broken);
    } catch (const boost::system::system_error& error) {
        return failure(error.code());
    }
    return one.reply();
}

}  // namespace

Result<ClientReply> post(std::string_view url, std::string body, std::string_view content_type, const ClientOptions& options) {
    return call(url, beast::http::verb::post, std::move(body), content_type, options);
}

Result<ClientReply> get(std::string_view url, const ClientOptions& options) {
    return call(url, beast::http::verb::get, {}, {}, options);
}

}  // namespace homeward::http

#include "http/connection.h"

#include <spdlog/spdlog.h>

#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <random>

#include "http/guard.h"
#include "http/head.h"
#include "http/problem.h"

namespace homeward::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using net::ip::tcp;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr auto awaited = net::as_tuple(net::use_awaitable);
constexpr std::size_t kSlice = 64 * 1024;        // bytes written under one time limit
constexpr std::size_t kFirstRead = 4 * 1024;     // what an idle connection keeps ready
constexpr std::size_t kUploadPerSecond = 8 * 1024;
constexpr std::size_t kMostLingering = 1 << 20;  // bytes read for politeness before closing

/// Starts something on another thread and waits for what it calls back with.
template <class T>
net::awaitable<T> hop(std::function<void(std::function<void(T)>)> start) {
    const auto executor = co_await net::this_coro::executor;
    co_return co_await net::async_initiate<const net::use_awaitable_t<>&, void(T)>(
        [executor, start = std::move(start)](auto handler) {
            auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
            // The context must not run dry while the other thread works.
            auto working = net::make_work_guard(executor);
            start([executor, waiting, working](T value) {
                net::post(executor, [waiting, value = std::move(value)]() mutable { std::move(*waiting)(std::move(value)); });
            });
        },
        net::use_awaitable);
}

/// Unique in this process and unlikely to meet again: in logs, in X-Request-Id.
std::string next_request_id() {
    static const std::uint32_t process = std::random_device{}();
    static std::atomic<std::uint32_t> count{0};
    return fmt::format("{:08x}{:08x}", process, ++count);
}

/// Header names come as the client wrote them.
std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

std::shared_ptr<Request> request_of(const Parser::value_type& message) {
    auto request = std::make_shared<Request>();
    request->id = next_request_id();
    request->method = view(message.method_string());
    for (const auto& field : message) request->headers.emplace_back(lower(view(field.name_string())), view(field.value()));
    return request;
}

struct Part {
    std::string text;
    bool more = false;
    bool broken = false;
};

Part next_part(const Reply& reply, const Request& request) {
    Part part;
    try {
        part.more = reply.more(part.text);
    } catch (...) {
        incident(request, std::current_exception());
        part.broken = true;
    }
    return part;
}

Error body_too_large(std::size_t most) { return too_large("http.body_too_large", {{"max_bytes", std::to_string(most)}}); }

class HttpConnection final : public OpenConnection {
public:
    HttpConnection(tcp::socket socket, Edge& edge) : stream_(std::move(socket)), buffer_(kSlice + edge.options.max_header_bytes), edge_(edge) {
        boost::system::error_code ignored;
        stream_.socket().set_option(tcp::no_delay(true), ignored);
        const auto peer = stream_.socket().remote_endpoint(ignored);
        peer_ = peer.address();
        edge_.connections.insert(this);
        ++edge_.open_count;
    }
    ~HttpConnection() override {
        edge_.connections.erase(this);
        --edge_.open_count;
        edge_.on_close();
    }
    std::optional<Clock::time_point> idle_since() const override { return idle_since_; }
    void cut() override {
        idle_since_.reset();
        stream_.close();
    }

    static net::awaitable<void> serve(std::shared_ptr<HttpConnection> self) {
        while (co_await self->one_request()) {
        }
        co_await self->linger();
    }

private:
    /// One request and its reply, as they stand between reading and logging.
    struct Exchange {
        Clock::time_point started = Clock::now();
        std::shared_ptr<Request> request;
        Plan plan;
        bool keep_alive = false;
        bool head_only = false;
        bool http11 = true;
        UploadSlot slot;
    };

    net::awaitable<bool> first_byte();
    net::awaitable<bool> one_request();
    net::awaitable<bool> refuse_head(beast::error_code failed);
    net::awaitable<std::optional<Reply>> take_body(Parser& parser, Exchange& exchange);
    net::awaitable<std::optional<Reply>> may_upload(const Parser& parser, Exchange& exchange);
    net::awaitable<std::optional<Reply>> read_body(Parser& parser, Exchange& exchange);
    net::awaitable<bool> send(const Exchange& exchange, Reply reply);
    net::awaitable<bool> stream_parts(const Exchange& exchange, std::string head, const Reply& reply);
    net::awaitable<bool> write(std::string_view head, std::string_view body);
    net::awaitable<void> linger();
    void start(Exchange& exchange, const Parser::value_type& message) const;

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    Edge& edge_;
    net::ip::address peer_;
    std::optional<Clock::time_point> idle_since_;
    bool served_ = false;   ///< at least one request
    bool unread_ = false;   ///< the client may still be sending what nobody will read
};

net::awaitable<bool> HttpConnection::first_byte() {
    if (buffer_.size() > 0) co_return true;
    if (edge_.dispatcher.stopping) co_return false;
    idle_since_ = Clock::now();
    stream_.expires_after(served_ ? edge_.options.idle_timeout : edge_.options.header_timeout);
    const auto [failed, n] = co_await stream_.async_read_some(buffer_.prepare(kFirstRead), awaited);
    idle_since_.reset();
    buffer_.commit(n);
    co_return !failed;
}

net::awaitable<bool> HttpConnection::one_request() {
    if (!co_await first_byte()) co_return false;
    Exchange exchange;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(edge_.options.max_header_bytes));
    parser.body_limit(boost::none);  // known once the route is
    stream_.expires_after(edge_.options.header_timeout);
    const auto [failed, n] = co_await beast::http::async_read_header(stream_, buffer_, parser, awaited);
    if (failed) co_return co_await refuse_head(failed);
    served_ = true;
    start(exchange, parser.get());
    auto reply = co_await take_body(parser, exchange);
    if (unread_) exchange.keep_alive = false;
    if (!reply) {
        reply = co_await hop<Reply>([&](std::function<void(Reply)> done) {
            edge_.dispatcher.run(exchange.plan, exchange.request, std::move(done));
        });
    }
    co_return co_await send(exchange, std::move(*reply));
}

/// Tells a client that cannot speak properly, if it is still there; one that ran out of time is cut off already.
net::awaitable<bool> HttpConnection::refuse_head(beast::error_code failed) {
    using beast::http::error;
    const bool malformed = failed.category() == beast::http::make_error_code(error::bad_method).category();
    if (!malformed || failed == error::end_of_stream || failed == error::partial_message) co_return false;
    const bool too_long = failed == error::header_limit || failed == error::buffer_overflow;

    Exchange exchange;
    exchange.request = std::make_shared<Request>();
    exchange.request->id = next_request_id();
    exchange.plan.label = "(malformed)";
    unread_ = true;
    co_return co_await send(exchange, problem(too_long ? 431 : 400, invalid("http.bad_request")));
}

/// What the head tells: who asks for what, and what is to be done about it.
void HttpConnection::start(Exchange& exchange, const Parser::value_type& message) const {
    exchange.request = request_of(message);
    Request& request = *exchange.request;
    exchange.http11 = message.version() == 11;
    exchange.keep_alive = exchange.http11 && message.keep_alive();
    exchange.head_only = request.method == "HEAD";
    request.client_address = client_address(request, peer_.to_string(), edge_.options.behind_tls_proxy);

    const auto target = parse_target(view(message.target()));
    if (const auto framing = check_framing(request, exchange.http11); !framing || !target) {
        exchange.plan.label = "(malformed)";
        exchange.plan.refusal = problem(framing ? target.error() : framing.error());
        exchange.keep_alive = false;
        return;
    }
    request.path = target->path();
    request.query_parameters = target->query;
    exchange.plan = edge_.dispatcher.plan(request, *target);
    if (exchange.head_only) request.method = "GET";
}

/// Nothing when the body is in; else the reply that refuses it.
net::awaitable<std::optional<Reply>> HttpConnection::take_body(Parser& parser, Exchange& exchange) {
    if (parser.is_done()) co_return std::nullopt;
    unread_ = true;
    if (exchange.plan.kind == Plan::Kind::refuse) co_return exchange.plan.refusal;
    const std::size_t most = exchange.plan.max_body_bytes;
    if (parser.content_length().value_or(0) > most) co_return problem(body_too_large(most));
    auto refused = co_await may_upload(parser, exchange);
    if (!refused) refused = co_await read_body(parser, exchange);
    if (!refused) unread_ = false;
    co_return refused;
}

/// Before a large body: a session that may send it, and room for it.
net::awaitable<std::optional<Reply>> HttpConnection::may_upload(const Parser& parser, Exchange& exchange) {
    const std::size_t ordinary = RouteOptions{}.max_body_bytes;
    if (exchange.plan.max_body_bytes <= ordinary || parser.content_length().value_or(exchange.plan.max_body_bytes) <= ordinary) {
        co_return std::nullopt;
    }
    auto refused = co_await hop<std::optional<Reply>>([&](std::function<void(std::optional<Reply>)> done) {
        edge_.dispatcher.admit(exchange.plan, exchange.request, std::move(done));
    });
    if (!refused && !exchange.slot.take(edge_)) {
        refused = problem(Error{ErrorCode::unavailable, "http.too_many_uploads", {}, {{"retry_after_s", "5"}}});
    }
    co_return refused;
}

net::awaitable<std::optional<Reply>> HttpConnection::read_body(Parser& parser, Exchange& exchange) {
    const auto expect = exchange.request->header("expect");
    if (!expect.empty()) {
        if (lower(expect) != "100-continue") co_return problem(417, invalid("http.bad_request"));
        if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", "")) co_return problem(invalid("http.bad_request"));
    }
    const std::size_t most = exchange.plan.max_body_bytes;
    parser.body_limit(most);
    const auto size = parser.content_length().value_or(most);
    stream_.expires_after(edge_.options.body_timeout + std::chrono::seconds(size / kUploadPerSecond));
    const auto [failed, n] = co_await beast::http::async_read(stream_, buffer_, parser, awaited);
    if (failed == beast::http::error::body_limit) co_return problem(body_too_large(most));
    if (failed) co_return problem(invalid("http.bad_request"));
    exchange.request->body = std::move(parser.get().body());
    co_return std::nullopt;
}

/// True when the connection can take a next request.
net::awaitable<bool> HttpConnection::send(const Exchange& exchange, Reply reply) {
    HeadFacts facts;
    facts.request_id = exchange.request->id;
    facts.chunked = reply.more && exchange.http11;
    if (!reply.more) facts.length = reply.body.size();
    facts.keep_alive = exchange.keep_alive && !edge_.dispatcher.stopping && (!reply.more || exchange.http11);
    facts.page = exchange.plan.kind == Plan::Kind::files;
    facts.https = edge_.options.behind_tls_proxy;
    std::string head;
    try {
        head = render_head(reply, facts);
    } catch (const std::logic_error&) {
        reply = incident(*exchange.request, std::current_exception());
        facts.chunked = false;
        facts.length = reply.body.size();
        head = render_head(reply, facts);
    }
    const bool has_body = !exchange.head_only && reply.status != 204 && reply.status != 304;
    bool sent = false;
    if (!has_body) sent = co_await write(head, "");
    else if (reply.more) sent = co_await stream_parts(exchange, std::move(head), reply);
    else sent = co_await write(head, reply.body);

    const auto took = Clock::now() - exchange.started;
    edge_.metrics.request_done(exchange.request->method, exchange.plan.label, reply.status, took);
    spdlog::info("{} {} {} {} {:.1f}ms{}", exchange.request->id, exchange.request->method, exchange.plan.label, reply.status,
                 std::chrono::duration<double, std::milli>(took).count(), sent ? "" : " cut");
    co_return sent && facts.keep_alive;
}

/// One part is made while none is on its way, so a slow reader holds up the making.
net::awaitable<bool> HttpConnection::stream_parts(const Exchange& exchange, std::string head, const Reply& reply) {
    std::string lead = std::move(head);
    Part part{reply.body, true};
    for (;;) {
        if (!part.text.empty()) {
            if (exchange.http11) {
                lead += fmt::format("{:x}\r\n", part.text.size());
                part.text += "\r\n";
            }
            if (!co_await write(lead, part.text)) co_return false;
            lead.clear();
        }
        if (!part.more) break;
        part = co_await hop<Part>([&](const std::function<void(Part)>& done) {
            edge_.dispatcher.post([&reply, &exchange, done] { done(next_part(reply, *exchange.request)); });
        });
        if (part.broken) co_return false;
    }
    co_return co_await write(lead, exchange.http11 ? "0\r\n\r\n" : "");
}

net::awaitable<bool> HttpConnection::write(std::string_view head, std::string_view body) {
    // A client must take each slice in time; a long reply on a slow line has many slices.
    for (bool first = true; first || !body.empty(); first = false) {
        const auto slice = body.substr(0, kSlice);
        body.remove_prefix(slice.size());
        const std::array buffers{net::buffer(first ? head : std::string_view()), net::buffer(slice)};
        stream_.expires_after(edge_.options.write_timeout);
        const auto [failed, n] = co_await net::async_write(stream_, buffers, awaited);
        if (failed) co_return false;
    }
    co_return true;
}

/// Closes so that the client still gets what was written: a socket closed over unread bytes would reset it.
net::awaitable<void> HttpConnection::linger() {
    boost::system::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    if (!unread_ && buffer_.size() == 0) co_return;
    buffer_.clear();
    stream_.expires_after(std::chrono::seconds(2));
    for (std::size_t total = 0; total < kMostLingering;) {
        const auto [failed, n] = co_await stream_.async_read_some(buffer_.prepare(kSlice), awaited);
        if (failed) break;
        total += n;
    }
}

}  // namespace

void serve_connection(net::io_context& context, int socket, bool ipv6, Edge& edge) {
    tcp::socket accepted(context, ipv6 ? tcp::v6() : tcp::v4(), socket);
    auto connection = std::make_shared<HttpConnection>(std::move(accepted), edge);
    net::co_spawn(context, HttpConnection::serve(std::move(connection)), [](std::exception_ptr broken) {
        if (!broken) return;
        try {
            std::rethrow_exception(broken);
        } catch (const std::exception& error) {
            spdlog::error("a connection broke: {}", error.what());
        }
    });
}

}  // namespace homeward::http

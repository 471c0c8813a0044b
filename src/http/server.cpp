#include "http/server.h"

#include <spdlog/spdlog.h>

#include <boost/asio.hpp>
#include <optional>

#include "http/connection.h"

namespace homeward::http {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

constexpr std::string_view kFull = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 1\r\nConnection: close\r\n\r\n";

tcp::acceptor listen(net::io_context& context, const ServerOptions& options) {
    try {
        const tcp::endpoint endpoint(net::ip::make_address(options.address), options.port);
        return tcp::acceptor(context, endpoint, true);
    } catch (const boost::system::system_error& error) {
        throw CannotListen(options.address, options.port, error.code() == net::error::address_in_use, error.code().message());
    }
}

}  // namespace

CannotListen::CannotListen(std::string where, std::uint16_t at, bool taken, const std::string& why)
    : std::runtime_error("cannot listen on " + where + " port " + std::to_string(at) + ": " + why),
      address(std::move(where)), port(at), busy(taken) {}

struct Server::Impl {
    using Clock = std::chrono::steady_clock;

    const ServerOptions options;
    access::Works& works;
    const Clock::time_point started = Clock::now();
    Metrics metrics;
    net::io_context context{1};
    tcp::acceptor acceptor;
    net::steady_timer pause{context}, stop_limit{context};
    std::optional<net::signal_set> signals;
    WorkerPool pool;
    Dispatcher dispatcher;
    Edge edge;

    Impl(Router& router, access::Works& run_by, ServerOptions chosen)
        : options(std::move(chosen)), works(run_by), acceptor(listen(context, options)), pool(options.workers),
          dispatcher(router, works, pool, metrics, options), edge{options, dispatcher, metrics, {}, {}, 0, {}} {
        edge.on_close = [this] {
            if (edge.connections.empty()) stop_limit.cancel();
        };
        register_metrics();
    }

    void register_metrics() {
        metrics.gauge("homeward_http_open_connections", "Connections of clients.", [this] { return double(edge.open_count); });
        metrics.gauge("homeward_store_queue_length", "Writes that wait for the writer.", [this] { return double(works.store().queue_length()); });
        metrics.gauge("homeward_resident_memory_bytes", "Memory of this process.", resident_bytes);
        metrics.counter("homeward_uptime_seconds", "Since the start.", [this] {
            return std::chrono::duration<double>(Clock::now() - started).count();
        });
    }

    net::awaitable<void> accept_all() {
        constexpr auto awaited = net::as_tuple(net::use_awaitable);
        while (acceptor.is_open()) {
            auto [failed, socket] = co_await acceptor.async_accept(awaited);
            if (!failed) {
                take(std::move(socket));
            } else if (acceptor.is_open() && failed != net::error::connection_aborted) {
                // Out of descriptors or memory: some will be free again soon.
                spdlog::warn("cannot accept: {}", failed.message());
                pause.expires_after(std::chrono::milliseconds(100));
                co_await pause.async_wait(awaited);
            }
        }
    }

    void take(tcp::socket socket) {
        boost::system::error_code failed;
        if (edge.connections.size() >= options.max_connections && !make_room()) {
            socket.write_some(net::buffer(kFull), failed);
            return;
        }
        const bool ipv6 = socket.local_endpoint(failed).address().is_v6();
        if (!failed) serve_connection(context, socket.release(), ipv6, edge);
    }

    /// Closes the connection that has been idle for longest. Who keeps many open and asks nothing keeps nobody out.
    bool make_room() {
        OpenConnection* longest = nullptr;
        for (OpenConnection* each : edge.connections) {
            if (each->idle_since() && (!longest || *each->idle_since() < *longest->idle_since())) longest = each;
        }
        if (longest) longest->cut();
        return longest != nullptr;
    }

    void begin_stop() {
        if (dispatcher.stopping.exchange(true)) return;
        boost::system::error_code ignored;
        acceptor.close(ignored);
        pause.cancel();
        if (signals) signals->clear(ignored);  // a second Ctrl-C ends the program at once
        for_each_connection([](OpenConnection& each) {
            if (each.idle_since()) each.cut();
        });
        if (edge.connections.empty()) return;
        stop_limit.expires_after(options.stop_timeout);
        stop_limit.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled) for_each_connection([](OpenConnection& each) { each.cut(); });
        });
    }

    void for_each_connection(const std::function<void(OpenConnection&)>& act) {
        for (OpenConnection* each : edge.connections) act(*each);
    }
};

Server::Server(Router& router, access::Works& works, ServerOptions options)
    : impl_(std::make_unique<Impl>(router, works, std::move(options))) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->acceptor.local_endpoint().port(); }
Metrics& Server::metrics() { return impl_->metrics; }
void Server::set_ready(bool ready) { impl_->dispatcher.ready = ready; }

void Server::stop_on_signals() {
    impl_->signals.emplace(impl_->context, SIGINT, SIGTERM);
    impl_->signals->async_wait([impl = impl_.get()](boost::system::error_code cancelled, int) {
        if (!cancelled) impl->begin_stop();
    });
}

void Server::run() {
    net::co_spawn(impl_->context, impl_->accept_all(), [impl = impl_.get()](std::exception_ptr broken) {
        if (broken) impl->begin_stop();
    });
    for (;;) {
        try {
            impl_->context.run();
            return;
        } catch (const std::exception& error) {
            // Connections catch their own; whatever this was, the others go on.
            spdlog::error("the network thread: {}", error.what());
        }
    }
}

void Server::stop() {
    net::post(impl_->context, [impl = impl_.get()] { impl->begin_stop(); });
}

}  // namespace homeward::http

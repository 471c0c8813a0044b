#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "http/metrics.h"
#include "http/router.h"

namespace homeward::access {
class Works;
}

namespace homeward::http {

struct ServerOptions {
    std::string address = "127.0.0.1";  ///< a numeric IPv4 or IPv6 address
    std::uint16_t port = 0;             ///< 0: the system chooses, see Server::port
    std::string instance = "node";      ///< in the cookie's name: `uz`, `council`
    std::filesystem::path static_root;  ///< the built front end; empty: none is served
    int workers = 3;                    ///< threads that run reads and produce streamed parts

    /// A TLS proxy on this machine stands in front: the client's address is the last of X-Forwarded-For,
    /// browsers are told to stay with https, and an Origin must be https.
    bool behind_tls_proxy = false;

    std::size_t max_header_bytes = 16 * 1024;
    std::size_t max_connections = 512;
    std::size_t max_large_uploads = 4;  ///< bodies over 256 KiB taken in at one time
    std::chrono::milliseconds header_timeout{10'000};  ///< from the first byte of a request to its empty line
    std::chrono::milliseconds body_timeout{30'000};    ///< and one second more for each 8 KiB
    std::chrono::milliseconds write_timeout{30'000};   ///< for each 64 KiB of a reply
    std::chrono::milliseconds idle_timeout{75'000};    ///< between two requests of one connection
    std::chrono::milliseconds stop_timeout{10'000};    ///< for what still runs when told to stop
};

/// The server could not listen there.
struct CannotListen : std::runtime_error {
    std::string address;
    std::uint16_t port;
    bool busy;  ///< another program listens there
    CannotListen(std::string address, std::uint16_t port, bool busy, const std::string& why);
};

/// HTTP/1.1 on one address. One thread for the network, a few workers for reads, the store's thread for writes.
///
/// Besides the router's routes it answers `GET /healthz` (200 `{"status":"ready"}`, 503 while starting or
/// stopping), `GET /metrics` (to this machine only), and the files of the front end.
class Server {
public:
    /// Binds and listens; connections wait until `run`. Throws CannotListen.
    Server(Router& router, access::Works& works, ServerOptions options);
    ~Server();
    Server(const Server&) = delete;

    /// The port in use.
    std::uint16_t port() const;
    /// Areas register their numbers here before `run`.
    Metrics& metrics();

    /// While false, `/healthz` and every route answer 503. True unless told otherwise.
    void set_ready(bool ready);
    /// SIGINT and SIGTERM call `stop`.
    void stop_on_signals();

    /// Serves on the calling thread until `stop`, and returns when the last request is done.
    void run();
    /// From any thread. Takes no new requests, finishes what runs, cuts what has not left within `stop_timeout`.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace homeward::http

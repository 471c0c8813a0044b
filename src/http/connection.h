#pragma once
// One connection of a client, from accepting to closing.

#include <atomic>
#include <functional>
#include <set>

#include "http/dispatch.h"

namespace boost::asio {
class io_context;
}

namespace homeward::http {

class OpenConnection {
public:
    virtual ~OpenConnection() = default;
    /// Since when it waits for a request; nothing while it has one.
    virtual std::optional<std::chrono::steady_clock::time_point> idle_since() const = 0;
    /// Closes it whatever it does.
    virtual void cut() = 0;
};

/// What the connections of a server share. On the thread of the network only, `open_count` excepted.
struct Edge {
    const ServerOptions& options;
    Dispatcher& dispatcher;
    Metrics& metrics;
    std::set<OpenConnection*> connections;
    std::atomic<std::size_t> open_count{0};
    std::size_t large_uploads = 0;
    std::function<void()> on_close;  ///< after each closed connection
};

/// Counts a large body among those in memory, as long as it is.
class UploadSlot {
public:
    UploadSlot() = default;
    UploadSlot(const UploadSlot&) = delete;
    ~UploadSlot() {
        if (edge_) --edge_->large_uploads;
    }
    /// False when there are as many as may be.
    bool take(Edge& edge) {
        if (edge.large_uploads >= edge.options.max_large_uploads) return false;
        edge_ = &edge;
        ++edge.large_uploads;
        return true;
    }

private:
    Edge* edge_ = nullptr;
};

/// Serves a connected socket until it closes; `socket` is a native handle, owned from here on.
void serve_connection(boost::asio::io_context& context, int socket, bool ipv6, Edge& edge);

}  // namespace homeward::http

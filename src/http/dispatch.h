#pragma once
// From a request to its reply, past the network: which handler, who asks, which thread.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "access/sessions.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/server.h"
#include "http/static_files.h"
#include "http/target.h"
#include "http/worker_pool.h"

namespace homeward::http {

using RequestPtr = std::shared_ptr<const Request>;

/// What is to be done about a request, as far as its head tells.
struct Plan {
    enum class Kind { refuse, health, metrics, files, route };
    Kind kind = Kind::refuse;
    const Route* route = nullptr;
    std::string label;              ///< in logs and metrics: the route's pattern, or a word
    std::vector<std::string> path;  ///< of a file
    std::size_t max_body_bytes = 0;
    Reply refusal;

    bool has_large_body() const { return max_body_bytes > RouteOptions{}.max_body_bytes; }
};

/// Bodies and files go through here; nothing in it knows sockets.
class Dispatcher {
public:
    using Send = std::function<void(Reply)>;

    Dispatcher(const Router& router, access::Works& works, WorkerPool& pool, const Metrics& metrics, const ServerOptions& options);

    /// Finds what answers, and fills in the request's path parameters and session token.
    Plan plan(Request& request, const Target& target) const;

    /// Asked before a large body is taken in: is someone signed in who may send it? Nothing when so, else the
    /// refusal. Calls back from any thread.
    void admit(const Plan& plan, RequestPtr request, std::function<void(std::optional<Reply>)> done);

    /// Calls `send` once, from any thread; broken handlers become a 500. The plan's route must outlive it.
    void run(const Plan& plan, RequestPtr request, Send send);

    /// Runs a job on a worker.
    void post(std::function<void()> job) { pool_.post(std::move(job)); }

    std::atomic<bool> ready{true};
    std::atomic<bool> stopping{false};

private:
    struct Touching;

    Reply health() const;
    void run_route(const Route& route, RequestPtr request, Send send);
    void on_worker(const Route& route, const RequestPtr& request, const Send& send);
    void write(const Route& route, access::Actor actor, RequestPtr request, Send send);
    Result<access::Session> session_of(const Request& request);
    void touch(const access::Session& session, const std::string& token);

    const Router& router_;
    access::Works& works_;
    WorkerPool& pool_;
    const Metrics& metrics_;
    const ServerOptions& options_;
    StaticFiles files_;
    std::string cookie_name_;
    std::shared_ptr<Touching> touching_;
};

/// The reply for what was thrown, and a line in the log under the request's id.
Reply incident(const Request& request, std::exception_ptr broken);

}  // namespace homeward::http

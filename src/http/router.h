#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/reply.h"
#include "http/request.h"

namespace homeward::access {
struct Actor;
class Work;
}

namespace homeward::http {

using Handler = std::function<Result<Reply>(access::Work&, const Request&)>;
using TaskHandler = std::function<Result<Reply>(const access::Actor&, const Request&)>;
using PlainHandler = std::function<Reply(const Request&)>;

enum class RouteKind {
    read,        ///< signed in; a pooled reader, inside one read transaction
    write,       ///< signed in; one write transaction on the writer thread
    open_read,   ///< no session needed; a pooled reader
    open_write,  ///< no session needed; one write transaction
    task,        ///< signed in; a worker thread, outside any transaction: for what reads or writes in several steps
    open_task,   ///< the same, no session needed: signing in
    plain,       ///< no session, no database; on the thread of the network, so it must not wait
};

/// What a route takes as a body.
struct RouteOptions {
    std::size_t max_body_bytes = 256 * 1024;
    /// Accepted content types of a body that is not empty; `*/*` takes any.
    std::vector<std::string> content_types = {"application/json"};
};

struct Route {
    std::string method;
    std::string pattern;  ///< `/api/persons/{person_id}`
    RouteKind kind;
    RouteOptions options;
    Handler handler;     ///< of the reads and writes
    TaskHandler task;
    PlainHandler plain;
    std::vector<std::string> segments;  ///< of the pattern, `{person_id}` with its braces

    bool signed_in() const { return kind == RouteKind::read || kind == RouteKind::write || kind == RouteKind::task; }
};

/// Which handler answers which method and path.
///
///   router.read("GET", "/api/persons/{person_id}", show_person);
///   router.write("POST", "/api/imports", import_file, {.max_body_bytes = 20 << 20, .content_types = {"*/*"}});
///
/// The actor of an open route is `access::Actor::guest()`, whom every permission refuses.
///
/// A literal segment goes before a parameter: `/api/persons/export` before `/api/persons/{person_id}`. Two
/// routes that could both answer, neither being the narrower, throw std::logic_error when added.
class Router {
public:
    void read(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    /// Also for a GET that must leave an audit line.
    void write(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    void open_read(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    void open_write(std::string method, std::string pattern, Handler handler, RouteOptions options = {});
    void task(std::string method, std::string pattern, TaskHandler handler, RouteOptions options = {});
    void open_task(std::string method, std::string pattern, TaskHandler handler, RouteOptions options = {});
    void plain(std::string method, std::string pattern, PlainHandler handler);

    struct Match {
        const Route* route = nullptr;                   ///< null when nothing answers
        std::map<std::string, std::string> parameters;  ///< of the path
        std::vector<std::string> allowed;               ///< methods this path has, when the asked one is missing
    };
    /// `path` is decoded and split already; HEAD asks for the GET route.
    Match find(std::string_view method, const std::vector<std::string>& segments) const;

    /// In the order added; for tests of the contract and the architecture.
    const std::deque<Route>& routes() const { return routes_; }

private:
    void add(RouteKind kind, std::string method, std::string pattern, RouteOptions options, Handler handler,
             TaskHandler task, PlainHandler plain);
    void refuse_ambiguous(const Route& route) const;

    std::deque<Route> routes_;  ///< a deque, so that a Match stays valid while routes are added
    std::map<std::size_t, std::vector<const Route*>> by_length_;  ///< by number of segments; narrower patterns first
};

}  // namespace homeward::http

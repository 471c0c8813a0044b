#include "http/dispatch.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

#include "http/cookies.h"
#include "http/guard.h"
#include "http/problem.h"

namespace homeward::http {
namespace {

constexpr std::int64_t kTouchEveryMs = 60'000;

Reply plain_text(std::string type, std::string body) {
    Reply reply;
    reply.content_type = std::move(type);
    reply.body = std::move(body);
    return reply;
}

Plan refusal(std::string label, Reply reply) {
    Plan plan;
    plan.label = std::move(label);
    plan.refusal = std::move(reply);
    return plan;
}

Plan answer(Plan::Kind kind, std::string label) {
    Plan plan;
    plan.kind = kind;
    plan.label = std::move(label);
    return plan;
}

Plan method_not_allowed(const std::vector<std::string>& allowed) {
    std::string allow;
    for (const auto& method : allowed) {
        if (!allow.empty()) allow += ", ";
        allow += method == "GET" ? "GET, HEAD" : method;
    }
    return refusal("(method)", problem(405, invalid("http.method_not_allowed")).with_header("Allow", allow));
}

bool is_known_method(std::string_view method) {
    constexpr std::string_view known[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return std::ranges::find(known, method) != std::end(known);
}

template <class Make>
Reply unless_broken(const Request& request, const Make& make) {
    try {
        return make();
    } catch (...) {
        return incident(request, std::current_exception());
    }
}

/// Monitors run on the machine itself; what came through a proxy came from elsewhere.
bool is_local(const Request& request) {
    return is_loopback(request.client_address) && request.header("x-forwarded-for").empty() && request.header("forwarded").empty();
}

}  // namespace

/// Sessions whose use is being noted right now; outlives the dispatcher in the writer's queue.
struct Dispatcher::Touching {
    std::mutex mutex;
    std::set<std::string> tokens;
};

Dispatcher::Dispatcher(const Router& router, access::Works& works, WorkerPool& pool, const Metrics& metrics, const ServerOptions& options)
    : router_(router), works_(works), pool_(pool), metrics_(metrics), options_(options), files_(options.static_root),
      cookie_name_(session_cookie_name(options.instance)), touching_(std::make_shared<Touching>()) {}

Plan Dispatcher::plan(Request& request, const Target& target) const {
    const auto& path = target.segments;
    const bool get = is_safe(request.method);
    if (!is_known_method(request.method)) return refusal("(method)", problem(501, invalid("http.no_such_method")));
    if (get && path.size() == 1 && path[0] == "healthz") return answer(Plan::Kind::health, "/healthz");
    if (get && path.size() == 1 && path[0] == "metrics" && is_local(request)) return answer(Plan::Kind::metrics, "/metrics");

    auto match = router_.find(request.method, path);
    if (!match.route) {
        const bool of_programs = !path.empty() && (path[0] == "api" || path[0] == "exchange" || path[0] == "metrics");
        // A page may stand where a program posts to: a link in a mail is both.
        if (!match.allowed.empty() && (of_programs || !get)) return method_not_allowed(match.allowed);
        if (!get || of_programs) return refusal("(unknown)", problem(not_found("http.no_such_path")));
        Plan plan = answer(Plan::Kind::files, "(files)");
        plan.path = path;
        return plan;
    }
    if (!ready) {
        return refusal(match.route->pattern, problem(Error{ErrorCode::unavailable, "http.starting", {}, {{"retry_after_s", "1"}}}));
    }
    if (auto origin = check_origin(request, options_.behind_tls_proxy); !origin) return refusal(match.route->pattern, problem(origin.error()));

    request.path_parameters = std::move(match.parameters);
    request.session_token = cookie_value(request.header("cookie"), cookie_name_);
    Plan plan = answer(Plan::Kind::route, match.route->pattern);
    plan.route = match.route;
    plan.max_body_bytes = get ? 0 : match.route->options.max_body_bytes;
    return plan;
}

Reply Dispatcher::health() const {
    const std::string status = stopping ? "stopping" : ready ? "ready" : "starting";
    Reply reply = plain_text("application/json", R"({"status":")" + status + R"("})");
    if (status != "ready") reply.status = 503;
    return reply;
}

void Dispatcher::admit(const Plan& plan, RequestPtr request, std::function<void(std::optional<Reply>)> done) {
    if (!plan.route->signed_in()) return done(std::nullopt);
    pool_.post([this, request, done = std::move(done)] {
        try {
            const auto session = session_of(*request);
            done(session ? std::nullopt : std::optional(problem(session.error())));
        } catch (...) {
            done(incident(*request, std::current_exception()));
        }
    });
}

void Dispatcher::run(const Plan& plan, RequestPtr request, Send send) {
    switch (plan.kind) {
        case Plan::Kind::refuse: return send(plan.refusal);
        case Plan::Kind::health: return send(health());
        case Plan::Kind::metrics:
            return pool_.post([this, request, send = std::move(send)] {
                send(unless_broken(*request, [&] { return plain_text("text/plain; version=0.0.4; charset=utf-8", metrics_.text()); }));
            });
        case Plan::Kind::files:
            return pool_.post([this, request, path = plan.path, send = std::move(send)] {
                send(unless_broken(*request, [&] { return files_.serve(*request, path); }));
            });
        case Plan::Kind::route: return run_route(*plan.route, std::move(request), std::move(send));
    }
}

void Dispatcher::run_route(const Route& route, RequestPtr request, Send send) {
    if (!request->body.empty()) {
        if (const auto type = check_content_type(*request, route.options); !type) return send(problem(type.error()));
    }
    if (route.kind == RouteKind::plain) return send(unless_broken(*request, [&] { return route.plain(*request); }));
    if (route.kind == RouteKind::open_write) return write(route, access::Actor::guest(), std::move(request), std::move(send));
    pool_.post([this, &route, request = std::move(request), send = std::move(send)] {
        try {
            on_worker(route, request, send);
        } catch (...) {
            send(incident(*request, std::current_exception()));
        }
    });
}

void Dispatcher::on_worker(const Route& route, const RequestPtr& request, const Send& send) {
    access::Actor actor = access::Actor::guest();
    if (route.signed_in()) {
        auto session = session_of(*request);
        if (!session) return send(problem(session.error()));
        touch(*session, request->session_token);
        actor = std::move(session->actor);
    }
    if (route.kind == RouteKind::write) return write(route, std::move(actor), request, send);
    auto result = route.task ? route.task(actor, *request) : works_.read<Reply>(actor, [&](access::Work& work) {
        return route.handler(work, *request);
    });
    send(result ? std::move(*result) : problem(result.error()));
}

void Dispatcher::write(const Route& route, access::Actor actor, RequestPtr request, Send send) {
    auto reply = std::make_shared<Reply>();
    works_.post_write(
        std::move(actor),
        [&route, request, reply](access::Work& work) -> Done {
            *reply = TRY(route.handler(work, *request));
            return {};
        },
        [request, reply, send = std::move(send)](std::exception_ptr broken, const Done& done) {
            if (broken) *reply = incident(*request, broken);
            else if (!done) *reply = problem(done.error());
            send(std::move(*reply));
        });
}

Result<access::Session> Dispatcher::session_of(const Request& request) {
    const auto session = works_.read<access::Session>(access::Actor::program("edge"), [&](access::Work& work) {
        return access::find_session(work.db, request.session_token, work.now);
    });
    if (!session) return session.error();
    TRY(check_csrf(request, session->csrf_token));
    return session;
}

/// Keeps a session alive that is in use, at the price of one small write a minute.
void Dispatcher::touch(const access::Session& session, const std::string& token) {
    if (works_.now().ms - session.last_seen_at.ms < kTouchEveryMs) return;
    {
        const std::lock_guard lock(touching_->mutex);
        if (!touching_->tokens.insert(token).second) return;
    }
    works_.post_write(
        session.actor,
        [token](access::Work& work) -> Done {
            access::touch_session(work, token);
            return {};
        },
        [touching = touching_, token](std::exception_ptr, const Done&) {
            const std::lock_guard lock(touching->mutex);
            touching->tokens.erase(token);
        });
}

Reply incident(const Request& request, std::exception_ptr broken_by) {
    try {
        std::rethrow_exception(broken_by);
    } catch (const store::DatabaseError& error) {
        spdlog::error("incident {}: database error {}: {}", request.id, error.code, error.what());
        if (error.disk_full()) return problem(unavailable("http.disk_full"));
    } catch (const std::exception& error) {
        spdlog::error("incident {}: {}", request.id, error.what());
    } catch (...) {
        spdlog::error("incident {}: something unknown was thrown", request.id);
    }
    return broken(request.id);
}

}  // namespace homeward::http

#pragma once
// A whole server on loopback, over a real database, with routes that tests need.

#include <spdlog/spdlog.h>

#include <future>
#include <thread>

#include "access/program_for_tests.h"
#include "access/sessions.h"
#include "http/json_reply.h"
#include "http/raw_client_for_tests.h"
#include "http/server.h"

namespace homeward::http {

struct ServerTest : access::ProgramTest {
    const FileForTests made{""};
    std::filesystem::path folder = made.path;
    std::atomic<std::int64_t> now_ms{1'700'000'000'000};  ///< for all its threads
    Router router;
    ServerOptions options;
    std::optional<Server> server;
    std::thread thread;

    ServerTest() : ProgramTest({}, {{{"test/0001_notes", "CREATE TABLE notes (text TEXT NOT NULL, by TEXT NOT NULL)"}}}, access::Holds::no_records, [this] { return Instant{now_ms}; }) {
        std::filesystem::create_directories(folder);
        options.instance = "test";
        spdlog::set_level(spdlog::level::off);
        router.open_read("GET", "/api/hello", [](access::Work&, const Request&) -> Result<Reply> {
            return json_reply(200, R"({"hello":"there"})");
        });
    }
    ~ServerTest() override {
        if (thread.joinable()) stop();
    }

    void start() {
        server.emplace(router, *works, options);
        thread = std::thread([this] { server->run(); });
    }
    void stop() {
        server->stop();
        thread.join();
    }
    std::uint16_t port() const { return server->port(); }

    /// Headers that carry a new session of a worker; the account is made at the first call.
    struct SignedIn {
        std::string cookie, csrf, token;
        std::string both() const { return cookie + csrf; }
    };
    SignedIn sign_in() {
        if (!made_account_) {
            made_account_ = works->write<access::AccountId>(access::Actor::program("test"), [](access::Work& work) {
                return access::create_account(work, {"worker", "A social worker", access::Role::social_worker, "en", "north", "", "long enough secret"});
            }).has_value();
        }
        const auto in = access::sign_in(*works, limit_, "worker", "long enough secret", "test");
        if (!in) throw std::runtime_error(in.error().key);
        return {"Cookie: __Host-homeward-test=" + in->token + "\r\n", "X-CSRF-Token: " + in->session.csrf_token + "\r\n", in->token};
    }
    std::int64_t notes() { return number("SELECT count(*) FROM notes"); }
    /// POST /api/notes stores its body's text.
    void add_notes_route(RouteKind kind = RouteKind::write) {
        const Handler handler = [](access::Work& work, const Request& request) -> Result<Reply> {
            work.db.run("INSERT INTO notes (text, by) VALUES ($1, $2)", request.body, work.actor.username);
            if (request.body == R"("conflict")") return conflict("note.conflict");
            if (request.body == R"("broken")") throw std::runtime_error("a secret detail");
            return no_content();
        };
        if (kind == RouteKind::write) router.write("POST", "/api/notes", handler);
        else router.open_write("POST", "/api/notes", handler);
    }

private:
    access::SignInLimit limit_;
    bool made_account_ = false;
};

}  // namespace homeward::http

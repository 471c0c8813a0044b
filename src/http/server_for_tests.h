#pragma once
// A whole server on loopback, over a real database, with routes that tests need.

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <thread>

#include "access/sessions.h"
#include "http/json_reply.h"
#include "http/raw_client_for_tests.h"
#include "http/server.h"

namespace homeward::http {

struct ServerTest : testing::Test {
    std::filesystem::path folder = std::filesystem::path(testing::TempDir()) /
        ("http_" + std::to_string(::getpid()) + "_" + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::atomic<std::int64_t> now_ms{1'700'000'000'000};
    std::optional<store::Store> store;
    std::optional<access::Works> works;
    Router router;
    ServerOptions options;
    std::optional<Server> server;
    std::thread thread;

    ServerTest() {
        std::filesystem::create_directories(folder);
        const std::string path = (folder / "test.db").string();
        store.emplace(path);
        store::Connection db(path, store::Connection::Mode::read_write);
        auto steps = audit::schema();
        for (auto& step : access::schema()) steps.push_back(step);
        steps.push_back({"test/0001_notes", "CREATE TABLE notes (text TEXT NOT NULL, by TEXT NOT NULL)"});
        store::migrate(db, steps);
        works.emplace(*store, nullptr, [this] { return Instant{now_ms}; });
        options.instance = "test";
        spdlog::set_level(spdlog::level::off);
        router.open_read("GET", "/api/hello", [](access::Work&, const Request&) -> Result<Reply> {
            return json_reply(200, R"({"hello":"there"})");
        });
    }
    ~ServerTest() override {
        if (thread.joinable()) stop();
        server.reset();
        works.reset();
        store.reset();
        std::filesystem::remove_all(folder);
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
    std::int64_t notes() {
        std::int64_t count = 0;
        store->read([&](store::Connection& db) { count = *db.query("SELECT count(*) FROM notes").value<std::int64_t>(); });
        return count;
    }
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

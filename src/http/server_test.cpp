// What the server does with well-behaved clients.

#include <latch>

#include "http/server_for_tests.h"

namespace homeward::http {
namespace {

using namespace std::chrono_literals;

TEST_F(ServerTest, AnswersOverAKeptConnection) {
    start();
    RawClient client(port());
    for (int i = 0; i < 3; ++i) {
        const auto reply = client.get("/api/hello");
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, R"({"hello":"there"})");
        EXPECT_EQ(reply.header("content-type"), "application/json");
        EXPECT_EQ(reply.header("cache-control"), "no-store");
    }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    router.open_read("GET", "/api/numbers/{n}", [](access::Work&, const Request& request) -> Result<Reply> {
        return json_reply(200, request.path_parameter("n"));
    });
    start();
    RawClient client(port());
    std::string all;
    for (int i = 0; i < 20; ++i) all += "GET /api/numbers/" + std::to_string(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.send(all);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(client.receive().body, std::to_string(i));
}

TEST_F(ServerTest, AHeadHasTheLengthAndNoBody) {
    start();
    RawClient client(port());
    const auto head = client.ask("HEAD /api/hello HTTP/1.1\r\nHost: localhost\r\n\r\n", true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), "17");
    EXPECT_EQ(client.get("/api/hello").body.size(), 17u) << "no stray body stands in between";
}

TEST_F(ServerTest, ClosesWhenAsked) {
    start();
    RawClient client(port());
    EXPECT_EQ(client.get("/api/hello", "Connection: close\r\n").header("connection"), "close");
    EXPECT_TRUE(client.closes_within(2s));
}

TEST_F(ServerTest, ServesHttp10AndCloses) {
    start();
    RawClient client(port());
    EXPECT_EQ(client.ask("GET /api/hello HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_TRUE(client.closes_within(2s));
}

TEST_F(ServerTest, EveryReplyCarriesTheSecurityHeaders) {
    start();
    for (const char* target : {"/api/hello", "/api/none", "/healthz", "/"}) {
        const auto reply = RawClient(port()).get(target);
        EXPECT_NE(reply.header("content-security-policy").find("frame-ancestors 'none'"), std::string::npos) << target;
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff") << target;
        EXPECT_EQ(reply.header("referrer-policy"), "no-referrer") << target;
        EXPECT_EQ(reply.header("cross-origin-opener-policy"), "same-origin") << target;
        EXPECT_EQ(reply.header("x-request-id").size(), 16u) << target;
        EXPECT_EQ(reply.header("strict-transport-security"), "") << target;
    }
}

TEST_F(ServerTest, TellsWhatIsWrongAsProblemDetails) {
    start();
    RawClient client(port());
    const auto missing = client.get("/api/none");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.header("content-type"), "application/problem+json");
    EXPECT_EQ(missing.body, R"({"type":"about:blank","title":"Not Found","status":404,"key":"http.no_such_path"})");
    const auto method = client.post("/api/hello", "");
    EXPECT_EQ(method.status, 405);
    EXPECT_EQ(method.header("allow"), "GET, HEAD");
}

TEST_F(ServerTest, APageMayStandWhereAProgramPosts) {
    router.open_write("POST", "/stop", [](access::Work&, const Request&) -> Result<Reply> { return no_content(); });
    router.open_write("POST", "/api/stop", [](access::Work&, const Request&) -> Result<Reply> { return no_content(); });
    start();
    RawClient client(port());
    EXPECT_EQ(client.post("/stop", "").status, 204);
    // There are no pages in this test; what answers is the folder of the pages.
    EXPECT_NE(client.get("/stop").body.find("http.no_such_page"), std::string::npos);
    EXPECT_EQ(client.get("/api/stop").status, 405);
}

TEST_F(ServerTest, AWriteIsKeptOnlyWhenItSucceeds) {
    add_notes_route(RouteKind::open_write);
    start();
    RawClient client(port());
    EXPECT_EQ(client.post("/api/notes", R"("one")").status, 204);
    EXPECT_EQ(client.post("/api/notes", R"("conflict")").status, 409);
    EXPECT_EQ(client.post("/api/notes", R"("broken")").status, 500);
    EXPECT_EQ(notes(), 1);
}

TEST_F(ServerTest, WhatBreaksIsAnIncidentWithoutDetails) {
    router.open_read("GET", "/api/broken", [](access::Work&, const Request&) -> Result<Reply> { throw std::runtime_error("a secret detail"); });
    router.open_read("GET", "/api/split", [](access::Work&, const Request&) -> Result<Reply> {
        return no_content().with_header("X-Split", "a\r\nSet-Cookie: b");
    });
    start();
    RawClient client(port());
    for (const char* target : {"/api/broken", "/api/split"}) {
        const auto reply = client.get(target);
        EXPECT_EQ(reply.status, 500);
        EXPECT_NE(reply.body.find(R"("params":{"incident":")" + reply.header("x-request-id")), std::string::npos);
        EXPECT_EQ(reply.body.find("secret"), std::string::npos);
        EXPECT_EQ(reply.header("set-cookie"), "");
    }
    EXPECT_EQ(client.get("/api/hello").status, 200);
}

TEST_F(ServerTest, ASlowReaderHoldsUpAStreamInsteadOfFillingTheMemory) {
    constexpr int parts = 3000;
    constexpr std::size_t part_size = 64 * 1024;
    std::atomic<int> made{0};
    router.open_read("GET", "/api/stream", [&](access::Work&, const Request&) -> Result<Reply> {
        return download("text/csv", "register.csv", [&](std::string& part) {
            part.assign(part_size, 'x');
            return ++made < parts;
        });
    });
    start();
    RawClient client(port(), 32 * 1024);
    client.send("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::this_thread::sleep_for(700ms);
    const int ahead = made;
    // The kernel's buffers of one connection on loopback take a few megabytes at most.
    EXPECT_GT(ahead, 0);
    EXPECT_LT(ahead * part_size, 12u << 20);
    const auto reply = client.receive();
    EXPECT_TRUE(reply.whole);
    EXPECT_EQ(reply.body.size(), parts * part_size);
    EXPECT_EQ(made, parts);
    EXPECT_EQ(client.get("/api/hello").status, 200) << "the connection goes on";
}

TEST_F(ServerTest, AStreamThatBreaksIsCutAndNeverLooksWhole) {
    router.open_read("GET", "/api/stream", [](access::Work&, const Request&) -> Result<Reply> {
        return download("text/csv", "register.csv", [n = 0](std::string& part) mutable {
            if (++n == 3) throw std::runtime_error("broken");
            part = "line\n";
            return true;
        });
    });
    start();
    const auto reply = RawClient(port()).get("/api/stream");
    EXPECT_EQ(reply.status, 200);
    EXPECT_FALSE(reply.whole);
}

TEST_F(ServerTest, StopsAfterWhatRunsIsAnswered) {
    std::latch entered(1), go_on(1);
    router.open_read("GET", "/api/slow", [&](access::Work&, const Request&) -> Result<Reply> {
        entered.count_down();
        go_on.wait();
        return json_reply(200, "{}");
    });
    start();
    RawClient idle(port()), busy(port());
    EXPECT_EQ(idle.get("/api/hello").status, 200);
    busy.send("GET /api/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    entered.wait();
    const std::uint16_t at = port();
    server->stop();
    EXPECT_TRUE(idle.closes_within(2s));
    EXPECT_THROW(RawClient{at}, std::runtime_error);
    go_on.count_down();
    const auto reply = busy.receive();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("connection"), "close");
    thread.join();
}

TEST_F(ServerTest, CutsAtTheStopLimitWhatNobodyTakes) {
    options.stop_timeout = 300ms;
    router.open_read("GET", "/api/endless", [](access::Work&, const Request&) -> Result<Reply> {
        return download("text/csv", "a.csv", [](std::string& part) {
            part.assign(65536, 'x');
            return true;
        });
    });
    start();
    RawClient client(port(), 16 * 1024);
    client.send("GET /api/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    stop();  // comes back, though the reply would go on for ever
}

TEST_F(ServerTest, ServesManyClientsAtOnce) {
    add_notes_route(RouteKind::open_write);
    start();
    constexpr int clients = 32, rounds = 40;
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int c = 0; c < clients; ++c) {
        threads.emplace_back([&] {
            RawClient client(port());
            for (int i = 0; i < rounds; ++i) {
                right += client.get("/api/hello").status == 200;
                right += client.post("/api/notes", "1").status == 204;
            }
        });
    }
    for (auto& each : threads) each.join();
    EXPECT_EQ(right, clients * rounds * 2);
    EXPECT_EQ(notes(), clients * rounds);
}

TEST_F(ServerTest, IsHealthyOnceReady) {
    start();
    server->set_ready(false);
    RawClient client(port());
    EXPECT_EQ(client.get("/healthz").status, 503);
    EXPECT_EQ(client.get("/api/hello").status, 503);
    server->set_ready(true);
    EXPECT_EQ(client.get("/healthz").body, R"({"status":"ready"})");
    EXPECT_EQ(client.get("/api/hello").status, 200);
}

TEST_F(ServerTest, MetricsCountByRouteAndAreForThisMachineOnly) {
    options.behind_tls_proxy = true;
    router.open_read("GET", "/api/things/{thing_id}", [](access::Work&, const Request&) -> Result<Reply> { return not_found("thing.none"); });
    start();
    server->metrics().gauge("homeward_test_things", "Things.", [] { return 7.0; });
    RawClient client(port());
    for (int i = 0; i < 3; ++i) (void)client.get("/api/things/secret-id");
    const auto reply = client.get("/metrics");
    EXPECT_EQ(reply.status, 200);
    EXPECT_NE(reply.body.find(R"(homeward_http_requests_total{method="GET",route="/api/things/{thing_id}",status="4xx"} 3)"), std::string::npos) << reply.body;
    EXPECT_NE(reply.body.find("homeward_test_things 7\n"), std::string::npos);
    EXPECT_NE(reply.body.find("homeward_http_request_seconds_count 3\n"), std::string::npos);
    EXPECT_NE(reply.body.find("homeward_store_queue_length 0\n"), std::string::npos);
    EXPECT_EQ(reply.body.find("secret-id"), std::string::npos);
    EXPECT_EQ(client.get("/metrics", "X-Forwarded-For: 203.0.113.5\r\n").status, 404);
}

TEST_F(ServerTest, ABusyPortIsToldAsSuch) {
    start();
    ServerOptions same = options;
    same.port = port();
    try {
        Server second(router, *works, same);
        FAIL() << "two servers on one port";
    } catch (const CannotListen& error) {
        EXPECT_TRUE(error.busy);
        EXPECT_EQ(error.port, same.port);
    }
    same.address = "not an address";
    EXPECT_THROW(Server(router, *works, same), CannotListen);
}

TEST_F(ServerTest, TheClientsAddressIsTheProxysLastWordOnlyBehindAProxy) {
    router.open_read("GET", "/api/address", [](access::Work&, const Request& request) -> Result<Reply> {
        return json_reply(200, request.client_address);
    });
    const std::string forwarded = "X-Forwarded-For: 198.51.100.9, 203.0.113.5\r\n";
    start();
    EXPECT_EQ(RawClient(port()).get("/api/address", forwarded).body, "127.0.0.1");
    stop();
    options.behind_tls_proxy = true;
    start();
    EXPECT_EQ(RawClient(port()).get("/api/address", forwarded).body, "203.0.113.5");
    EXPECT_EQ(RawClient(port()).get("/api/address", "X-Forwarded-For: nonsense\r\n").body, "127.0.0.1");
    EXPECT_EQ(RawClient(port()).get("/api/address").header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

}  // namespace
}  // namespace homeward::http

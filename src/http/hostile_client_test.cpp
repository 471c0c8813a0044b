// What the server does with clients that are slow, huge, malformed or malicious.

#include <random>

#include "http/server_for_tests.h"

namespace homeward::http {
namespace {

using namespace std::chrono_literals;

struct HostileClient : ServerTest {
    HostileClient() {
        options.header_timeout = 400ms;
        options.body_timeout = 400ms;
        options.idle_timeout = 400ms;
        router.open_task("POST", "/api/size", [](const access::Actor&, const Request& request) -> Result<Reply> {
            return json_reply(200, std::to_string(request.body.size()));
        });
        router.task("POST", "/api/upload", [](const access::Actor&, const Request& request) -> Result<Reply> {
            return json_reply(200, std::to_string(request.body.size()));
        }, {.max_body_bytes = 4 << 20, .content_types = {"*/*"}});
    }
    RawReply ask(std::string_view bytes) {
        RawClient client(port());
        return client.ask(bytes);
    }
};

TEST_F(HostileClient, SlowHeadersRunOutOfTime) {
    start();
    RawClient client(port());
    client.send("GET /api/hello HTTP/1.1\r\n");
    for (int i = 0; i < 30 && client.send("X"); ++i) std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(client.closes_within(2s));
}

TEST_F(HostileClient, SlowBodiesRunOutOfTime) {
    start();
    RawClient client(port());
    client.send("POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_TRUE(client.closes_within(3s));
}

TEST_F(HostileClient, SilentConnectionsAreClosed) {
    start();
    RawClient silent(port()), idle(port());
    EXPECT_EQ(idle.get("/api/hello").status, 200);
    EXPECT_TRUE(silent.closes_within(2s));
    EXPECT_TRUE(idle.closes_within(2s));
}

TEST_F(HostileClient, OversizeHeadersAreRefused) {
    start();
    EXPECT_EQ(RawClient(port()).get("/api/hello", "X-Long: " + std::string(20'000, 'a') + "\r\n").status, 431);
    EXPECT_EQ(RawClient(port()).get("/" + std::string(20'000, 'a')).status, 431);
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "A" + std::to_string(i) + ": b\r\n";
    EXPECT_EQ(RawClient(port()).get("/api/hello", many).status, 431);
}

TEST_F(HostileClient, OversizeBodiesAreRefusedBeforeTheyAreRead) {
    start();
    const auto announced = ask("POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n");
    EXPECT_EQ(announced.status, 413);
    EXPECT_EQ(announced.header("connection"), "close");
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    RawClient client(port());
    client.send("POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 8 && client.send(chunk); ++i) {}
    EXPECT_EQ(client.receive().status, 413) << "the refusal reaches a client that was still sending";
}

TEST_F(HostileClient, ABodyAtTheLimitIsTakenWholeOrInChunks) {
    start();
    RawClient client(port());
    EXPECT_EQ(client.post("/api/size", std::string(256 * 1024, 'x')).body, "262144");
    EXPECT_EQ(client.post("/api/size", std::string(256 * 1024 + 1, 'x')).status, 413);
    RawClient chunked(port());
    EXPECT_EQ(chunked.ask("POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "3\r\nabc\r\n2;name=value\r\nde\r\n0\r\nTrailer: x\r\n\r\n").body, "5");
    EXPECT_EQ(chunked.get("/api/hello").status, 200);
}

TEST_F(HostileClient, LargeUploadsNeedASessionBeforeTheirFirstByte) {
    start();
    const std::string head = "POST /api/upload HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n";
    EXPECT_EQ(ask(head + "\r\n").status, 401);
    const auto in = sign_in();
    EXPECT_EQ(ask(head + in.cookie + "\r\n").status, 403) << "without the token against forgery";
    RawClient client(port());
    EXPECT_EQ(client.ask(head + in.both() + "\r\n").status, 100);
    EXPECT_EQ(client.ask(std::string(1'000'000, 'x')).body, "1000000");
}

TEST_F(HostileClient, OnlyAFewLargeUploadsAreInMemory) {
    options.max_large_uploads = 1;
    options.body_timeout = 20s;
    start();
    const auto in = sign_in();
    const std::string head = "POST /api/upload HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n" + in.both() + "\r\n";
    {
        RawClient first(port());
        first.send(head + "begun");
        std::this_thread::sleep_for(200ms);
        const auto second = ask(head);
        EXPECT_EQ(second.status, 503);
        EXPECT_EQ(second.header("retry-after"), "5");
    }
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(RawClient(port()).ask(head + std::string(1'000'000, 'x')).status, 200) << "the place is free again";
}

TEST_F(HostileClient, MalformedMessagesAreRefused) {
    start();
    const std::string get = "GET /api/hello HTTP/1.1\r\n", host = "Host: a\r\n", post = "POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    const std::string messages[] = {
        "nonsense\r\n\r\n",
        "GET /api/hello HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET /api/hello\r\n\r\n",
        "GET  /api/hello HTTP/1.1\r\nHost: a\r\n\r\n",
        get + "\r\n",                                                       // no Host
        get + host + host + "\r\n",                                         // two
        get + host + "Bad Name: x\r\n\r\n",
        get + host + "X-Nul: a" + std::string(1, '\0') + "b\r\n\r\n",
        post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        post + "Content-Length: 3, 3\r\n\r\nabc",
        post + "Content-Length: -1\r\n\r\n",
        post + "Content-Length: 0x3\r\n\r\nabc",
        post + "Content-Length: 99999999999999999999999\r\n\r\n",
        post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: gzip\r\n\r\n",
        post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: xchunked\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        post + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
        "POST /api/size HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    };
    for (const auto& message : messages) {
        RawClient client(port());
        const auto reply = client.ask(message);
        EXPECT_EQ(reply.status, 400) << message;
        EXPECT_EQ(reply.header("connection"), "close") << message;
        EXPECT_TRUE(client.closes_within(4s)) << message;
    }
    EXPECT_EQ(RawClient(port()).get("/api/hello").status, 200);
}

TEST_F(HostileClient, UnknownMethodsAreRefused) {
    start();
    EXPECT_EQ(ask("TRACE /api/hello HTTP/1.1\r\nHost: a\r\n\r\n").status, 501);
    EXPECT_EQ(ask("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n").status, 400);
    EXPECT_EQ(ask("BREW /api/hello HTTP/1.1\r\nHost: a\r\n\r\n").status, 501);
    EXPECT_EQ(ask("OPTIONS /api/hello HTTP/1.1\r\nHost: a\r\n\r\n").status, 405);
    EXPECT_EQ(ask("get /api/hello HTTP/1.1\r\nHost: a\r\n\r\n").status, 501);
}

TEST_F(HostileClient, ABodyOnAGetOrAnUnknownExpectationIsRefused) {
    start();
    EXPECT_EQ(ask("GET /api/hello HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc").status, 413);
    EXPECT_EQ(ask("POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: magic\r\nContent-Length: 3\r\n\r\nabc").status, 417);
}

TEST_F(HostileClient, ARequestSmuggledInABodyIsABody) {
    start();
    RawClient client(port());
    EXPECT_EQ(client.post("/api/size", "GET /api/none HTTP/1.1\r\nHost: a\r\n\r\n").body, "35");
    EXPECT_EQ(client.get("/api/hello").status, 200);
}

TEST_F(HostileClient, WhoLeavesInTheMiddleHurtsNobody) {
    start();
    for (int i = 0; i < 20; ++i) {
        RawClient leaving(port());
        leaving.send(i % 2 ? "GET /api/hello HTTP/1.1\r\nHo" : "POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nab");
    }
    for (int i = 0; i < 20; ++i) RawClient(port()).send("GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n");
    RawClient half(port());
    half.send("GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n");
    half.half_close();
    EXPECT_EQ(half.receive().status, 200);
}

TEST_F(HostileClient, AFullServerGivesUpItsLongestIdleConnection) {
    options.max_connections = 3;
    options.idle_timeout = options.header_timeout = 20s;
    start();
    RawClient silent(port()), idle(port()), other(port());
    for (auto* each : {&idle, &other}) EXPECT_EQ(each->get("/api/hello").status, 200);
    EXPECT_EQ(RawClient(port()).get("/api/hello").status, 200);
    EXPECT_TRUE(silent.closes_within(2s));
    EXPECT_EQ(idle.get("/api/hello").status, 200) << "the others stay";
}

TEST_F(HostileClient, AServerFullOfWorkTurnsNewcomersAway) {
    options.max_connections = 2;
    options.idle_timeout = options.header_timeout = 20s;
    start();
    {
        RawClient a(port()), b(port());
        for (auto* each : {&a, &b}) {
            EXPECT_EQ(each->get("/api/hello").status, 200);
            each->send("GET /api/he");
        }
        std::this_thread::sleep_for(100ms);
        EXPECT_EQ(RawClient(port()).receive().status, 503);
    }
    std::this_thread::sleep_for(200ms);
    EXPECT_EQ(RawClient(port()).get("/api/hello").status, 200);
}

TEST_F(HostileClient, RandomBytesNeverStopTheServer) {
    start();
    std::mt19937 random(2024);  // the same bytes in each run
    const std::string seeds[] = {
        "GET /api/hello?q=%D0%90&limit=5 HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\nCookie: __Host-homeward-test=abc; x=y\r\n\r\n",
        "POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nabcd",
        "POST /api/size HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    };
    for (int round = 0; round < 600; ++round) {
        std::string bytes = seeds[static_cast<std::size_t>(round) % 3];
        for (int change = 0; change < 1 + round % 8; ++change) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 3) {
                case 0: bytes[at] = static_cast<char>(random()); break;
                case 1: bytes.erase(at, random() % 6); break;
                default: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 20));
            }
            if (bytes.empty()) bytes = "\r\n";
        }
        RawClient client(port());
        client.send(bytes);
        client.half_close();
        const int status = client.receive().status;
        EXPECT_TRUE(status == 0 || (status >= 100 && status <= 505 && status != 500)) << status << " for " << bytes;
    }
    EXPECT_EQ(RawClient(port()).get("/api/hello").status, 200);
}

}  // namespace
}  // namespace homeward::http

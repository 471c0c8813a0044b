// The whole way: outbox, courier, a real connection, the other program's server, its inbox, and the receipt back.
#include "exchange/routes.h"

#include <thread>

#include "access/sessions.h"
#include "exchange/courier.h"
#include "exchange/test_region.h"
#include "http/client.h"

namespace homeward::exchange {
namespace {

struct Wire : testing_region::RegionTest {
    http::Router router;
    std::optional<http::Server> server;
    std::thread thread;
    std::uint16_t port = 0;
    Transport over_http = http_transport();
    Courier courier{*uz->works, *uz->exchange, [this](const std::string&, const std::string& text) { return over_http(url("/exchange/messages"), text); }};

    Wire() {
        add_routes(router, *council->exchange, *council->works);
        start();
    }
    ~Wire() override { stop(); }

    void start() {
        http::ServerOptions options;
        options.port = port;
        options.instance = "council";
        server.emplace(router, *council->works, options);
        port = server->port();
        thread = std::thread([this] { server->run(); });
    }
    void stop() {
        if (!thread.joinable()) return;
        server->stop();
        thread.join();
        server.reset();
    }
    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port) + path; }
    http::ClientReply post(const std::string& body, const std::string& type = "application/jose") {
        return http::post(url("/exchange/messages"), body, type).value();
    }
};

TEST_F(Wire, BringsMessagesAcrossARealConnection) {
    for (int i = 0; i < 3; ++i) uz->send("council");
    EXPECT_EQ(courier.deliver("council"), std::nullopt);
    EXPECT_EQ(uz->delivered(), 3);
    EXPECT_EQ(council->effects(), 3);
}

TEST_F(Wire, WaitsWhileTheServerIsDown) {
    stop();
    uz->send("council");
    ASSERT_TRUE(courier.deliver("council"));
    EXPECT_EQ(uz->text("SELECT problem FROM exchange_outbox"), "http.cannot_connect");
    start();
    now = now.plus_seconds(2);
    EXPECT_EQ(courier.deliver("council"), std::nullopt);
    EXPECT_EQ(council->effects(), 1);
}

TEST_F(Wire, TellsStrangersAProblemAndWritesNothingAboutThemInTheLog) {
    const std::string before = council->everything_but_refusals();
    for (const auto& [body, status] : std::vector<std::pair<std::string, int>>{{"rubbish", 422}, {signed_by("kz", claims(first_place())), 403}}) {
        const auto reply = post(body);
        EXPECT_EQ(reply.status, status);
        EXPECT_EQ(reply.content_type, "application/problem+json");
    }
    EXPECT_EQ(council->everything_but_refusals(), before);
}

TEST_F(Wire, HasAnUpperBoundAndOneContentType) {
    EXPECT_EQ(post(std::string(max_message_bytes + 1, 'a')).status, 413);
    EXPECT_EQ(post("a.b.c", "application/json").status, 415);
    EXPECT_EQ(http::get(url("/exchange/messages")).value().status, 405);
    uz->send("council", "\"" + std::string(max_payload_bytes - 2, 'x') + "\"");
    EXPECT_EQ(courier.deliver("council"), std::nullopt);
    EXPECT_EQ(council->effects(), 1) << "the largest message fits";
}

TEST_F(Wire, AnswersWithAStatusThatLogsUnderstand) {
    for (int i = 0; i < 2; ++i) uz->send("council");
    EXPECT_EQ(post(uz->message(2)).status, 409);
    EXPECT_EQ(post(uz->message(1)).status, 200);
    EXPECT_EQ(post(uz->message(1)).status, 200) << "again";
    council->verdict = unavailable("not.now");
    EXPECT_EQ(post(uz->message(2)).status, 503);
    council->verdict = invalid("not.ever");
    const auto reply = post(uz->message(2));
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.content_type, "application/jose");
}

TEST_F(Wire, ShowsItsStateToNobodyWithoutASession) {
    EXPECT_EQ(http::get(url("/api/exchange/state")).value().status, 401);
}

}  // namespace
}  // namespace homeward::exchange

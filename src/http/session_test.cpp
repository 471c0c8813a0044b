// Who may call a signed-in route, and from where.

#include "http/server_for_tests.h"
#include "http/session_routes.h"

namespace homeward::http {
namespace {

struct SessionTest : ServerTest {
    SessionTest() {
        router.read("GET", "/api/me", [](access::Work& work, const Request&) -> Result<Reply> {
            return json_reply(200, '"' + work.actor.username + '"');
        });
        router.write("GET", "/api/persons/{person_id}", [](access::Work& work, const Request& request) -> Result<Reply> {
            work.record({"person.read", "person", request.path_parameter("person_id")});
            return no_content();
        });
        router.open_read("GET", "/api/whoever", [](access::Work& work, const Request&) -> Result<Reply> {
            TRY(access::require(work.actor, access::Permission::list_register));
            return no_content();
        });
        add_notes_route();
    }
    int post_note(const std::string& headers) { return RawClient(port()).post("/api/notes", "1", headers).status; }
};

TEST_F(SessionTest, ASignedInRouteNeedsTheCookie) {
    start();
    const auto in = sign_in();
    RawClient client(port());
    const auto nobody = client.get("/api/me");
    EXPECT_EQ(nobody.status, 401);
    EXPECT_NE(nobody.body.find("session.none"), std::string::npos);
    EXPECT_EQ(client.get("/api/me", in.cookie).body, R"("worker")");
    EXPECT_EQ(client.get("/api/me", "Cookie: other=1; __Host-homeward-test=" + in.token + "; more=2\r\n").status, 200);
    EXPECT_EQ(client.get("/api/me", "Cookie: __Host-homeward-test=forged\r\n").status, 401);
    EXPECT_EQ(client.get("/api/me", "Cookie: __Host-homeward-uz=" + in.token + "\r\n").status, 401) << "a cookie of another instance";
    EXPECT_EQ(client.get("/api/me", "Cookie: __Host-homeward-test=" + in.token + "; __Host-homeward-test=x\r\n").status, 401);
}

TEST_F(SessionTest, WhoIsSignedInChoosesTheLanguageOfTheirLetters) {
    access::SignInLimit limit;
    session_routes(router, *works, limit, {"test", "Test", "node", false, {}});
    start();
    const auto in = sign_in();
    RawClient client(port());
    const auto choose = [&](const std::string& body, const std::string& headers) {
        return client.ask("PUT /api/session/language HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers +
                           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    };
    EXPECT_EQ(choose(R"({"language":"ru"})", in.cookie).status, 403) << "without the token against forgery";
    EXPECT_EQ(choose(R"({"language":"ru"})", in.both()).status, 204);
    EXPECT_NE(client.get("/api/session", in.cookie).body.find(R"("language":"ru")"), std::string::npos);
    const auto refused = choose(R"({"language":"de"})", in.both());
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("account.language"), std::string::npos);
    EXPECT_EQ(leaves("account.language"), 1);
}

TEST_F(SessionTest, AChangeNeedsTheTokenAgainstForgery) {
    start();
    const auto in = sign_in();
    EXPECT_EQ(post_note(in.csrf), 401);
    EXPECT_EQ(post_note(in.cookie), 403);
    EXPECT_EQ(post_note(in.cookie + "X-CSRF-Token: \r\n"), 403);
    EXPECT_EQ(post_note(in.cookie + "X-CSRF-Token: guessed\r\n"), 403);
    EXPECT_EQ(post_note(in.cookie + sign_in().csrf), 403) << "of another session";
    EXPECT_EQ(notes(), 0);
    EXPECT_EQ(post_note(in.both()), 204);
    EXPECT_EQ(notes(), 1);
}

TEST_F(SessionTest, AChangeMustComeFromOurOwnPages) {
    start();
    const std::string in = sign_in().both();
    EXPECT_EQ(post_note(in + "Origin: http://localhost\r\n"), 204);
    EXPECT_EQ(post_note(in + "Origin: http://LOCALHOST\r\n"), 204);
    for (const char* origin : {"http://localhost:81", "http://localhost.evil.example", "http://evil.example", "null", "localhost", "ftp://localhost"}) {
        EXPECT_EQ(post_note(in + "Origin: " + origin + "\r\n"), 403) << origin;
    }
    EXPECT_EQ(notes(), 2);
}

TEST_F(SessionTest, BehindTlsAnOriginMustBeHttps) {
    options.behind_tls_proxy = true;
    start();
    const std::string in = sign_in().both();
    EXPECT_EQ(post_note(in + "Origin: https://localhost\r\n"), 204);
    EXPECT_EQ(post_note(in + "Origin: http://localhost\r\n"), 403);
}

TEST_F(SessionTest, AForeignOriginIsRefusedWithoutASessionToo) {
    router.open_write("POST", "/api/session-like", [](access::Work&, const Request&) -> Result<Reply> { return no_content(); });
    start();
    EXPECT_EQ(RawClient(port()).post("/api/session-like", "{}").status, 204);
    EXPECT_EQ(RawClient(port()).post("/api/session-like", "{}", "Origin: http://evil.example\r\n").status, 403);
}

TEST_F(SessionTest, AGetThatLeavesAnAuditLineNeedsNoToken) {
    start();
    EXPECT_EQ(RawClient(port()).get("/api/persons/7", sign_in().cookie).status, 204);
    EXPECT_EQ(leaves("person.read"), 1);
}

TEST_F(SessionTest, AnOpenRouteGivesNoRights) {
    start();
    EXPECT_EQ(RawClient(port()).get("/api/whoever").status, 403);
}

TEST_F(SessionTest, UseKeepsASessionAliveAndIdlenessEndsIt) {
    start();
    const auto in = sign_in();
    RawClient client(port());
    for (int i = 0; i < 4; ++i) {
        now_ms += 10 * 60'000;
        EXPECT_EQ(client.get("/api/me", in.cookie).status, 200);
        store->write([](store::Connection&) { return true; });  // what notes the use is in the queue before this
    }
    now_ms += 16 * 60'000;
    EXPECT_EQ(client.get("/api/me", in.cookie).status, 401);
}

TEST_F(SessionTest, ABodyMustBeOfATypeTheRouteTakes) {
    start();
    const std::string in = sign_in().both();
    EXPECT_EQ(RawClient(port()).ask("POST /api/notes HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n" + in + "\r\n1").status, 415);
    EXPECT_EQ(RawClient(port()).ask("POST /api/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n" + in + "\r\n1").status, 415);
    EXPECT_EQ(RawClient(port()).ask("POST /api/notes HTTP/1.1\r\nHost: a\r\nContent-Type: Application/JSON; charset=utf-8\r\nContent-Length: 1\r\n" + in + "\r\n1").status, 204);
}

}  // namespace
}  // namespace homeward::http

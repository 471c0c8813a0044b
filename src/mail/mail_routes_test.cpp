#include "mail/mail_routes.h"

#include "http/router.h"
#include "mail/mail_fixture.h"

namespace homeward::mail {
namespace {

struct MailRoutes : MailTest {
    Links links{"https://council.example", vault::Secret::random()};
    http::Router router;
    access::Actor secretariat, focal;

    MailRoutes() {
        add_routes(router, links, Delivery::mailbox);
        act([&](access::Work& work) {
            const auto id = access::create_account(work, {"secretariat", "S", access::Role::secretariat, "en", "", "", "a long enough password"}).value();
            secretariat = access::get_account(work.db, id).value();
            focal = access::get_account(work.db, reader).value();
        });
    }
    Result<http::Reply> ask(const access::Actor& actor, const char* method, const std::string& path, std::map<std::string, std::string> query = {},
                            const std::string& body = {}) {
        const auto match = router.find(method, path == "/unsubscribe" ? std::vector<std::string>{"unsubscribe"} : parts_of(path));
        http::Request request;
        request.method = method;
        request.query_parameters = std::move(query);
        request.body = body;
        request.headers = {{"content-type", path == "/unsubscribe" ? "application/x-www-form-urlencoded" : "application/json"}};
        return works->write<http::Reply>(actor, [&](access::Work& work) { return match.route->handler(work, request); });
    }
    static std::vector<std::string> parts_of(const std::string& path) {
        std::vector<std::string> parts;
        for (const auto part : split(std::string_view(path).substr(1), '/')) parts.emplace_back(part);
        return parts;
    }
    bool has(const Result<http::Reply>& reply, const std::string& text) { return reply.value().body.find(text) != std::string::npos; }
};

TEST_F(MailRoutes, ALinkShowsWhatItStopsAndStopsNothingByBeingOpened) {
    const std::string token = links.token({reader, "decision_adopted"});
    EXPECT_TRUE(has(ask(access::Actor::guest(), "GET", "/api/unsubscribe", {{"token", token}}), "\"wanted\":true"));
    EXPECT_TRUE(has(ask(access::Actor::guest(), "GET", "/api/unsubscribe", {{"token", token}}), "\"wanted\":true"));
    EXPECT_EQ(ask(access::Actor::guest(), "GET", "/api/unsubscribe", {{"token", token + "A"}}).error().key, "mail.link");
    EXPECT_EQ(ask(access::Actor::guest(), "GET", "/api/unsubscribe").error().key, "mail.link");
}

TEST_F(MailRoutes, OneClickStopsOneKindForOneReader) {
    const std::string token = links.token({reader, "decision_adopted"});
    EXPECT_EQ(ask(access::Actor::guest(), "POST", "/unsubscribe", {{"token", token}}, "List-Unsubscribe=One-Click")->status, 204);
    EXPECT_EQ(ask(access::Actor::guest(), "POST", "/unsubscribe", {{"token", "forged"}}, "List-Unsubscribe=One-Click").error().code, ErrorCode::not_found);
    send(reader);
    send(reader, "decision_objected");
    send(russian);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE kind = 'decision_adopted'"), 1);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 2);
    EXPECT_EQ(number("SELECT COUNT(*) FROM audit_leaves WHERE action = 'mail.unsubscribed'"), 1);
}

TEST_F(MailRoutes, AButtonStopsLettersAndTakesItBack) {
    const std::string token = links.token({reader, "decision_adopted"});
    EXPECT_TRUE(has(ask(access::Actor::guest(), "POST", "/api/unsubscribe", {}, "{\"token\":\"" + token + "\",\"wanted\":false}"), "\"wanted\":false"));
    EXPECT_TRUE(has(ask(access::Actor::guest(), "POST", "/api/unsubscribe", {}, "{\"token\":\"" + token + "\",\"wanted\":true}"), "\"wanted\":true"));
}

TEST_F(MailRoutes, AReaderChoosesAddressAndKinds) {
    const auto reply = ask(focal, "POST", "/api/mail/preferences", {}, R"({"address":"new@body.example","wanted":["digest","invitation"]})");
    EXPECT_TRUE(has(reply, "new@body.example"));
    act([&](access::Work& work) {
        EXPECT_TRUE(wants(work.db, reader, "digest"));
        EXPECT_FALSE(wants(work.db, reader, "decision_adopted"));
        EXPECT_TRUE(wants(work.db, russian, "decision_adopted"));
    });
    EXPECT_EQ(ask(focal, "POST", "/api/mail/preferences", {}, R"({"address":"a b","wanted":[]})").error().field, "address");
    EXPECT_EQ(ask(focal, "POST", "/api/mail/preferences", {}, R"({"address":"new@body.example","wanted":["spam"]})").error().key, "mail.kind");
}

TEST_F(MailRoutes, TheMailboxOfADemoShowsEachTheirOwn) {
    for (int i = 0; i < 3; ++i) {
        send(reader);
        send(russian, "silence_begun");
        now = now.plus_ms(1);
    }
    const auto own = ask(focal, "GET", "/api/mailbox");
    EXPECT_TRUE(has(own, "\"to\":\"reader\""));
    EXPECT_FALSE(has(own, "\"to\":\"russian\""));
    EXPECT_TRUE(has(own, "/unsubscribe?token="));
    EXPECT_EQ(ask(focal, "GET", "/api/mailbox", {{"all", "true"}}).error().code, ErrorCode::forbidden);
    EXPECT_TRUE(has(ask(secretariat, "GET", "/api/mailbox", {{"all", "true"}}), "\"to\":\"russian\""));
    EXPECT_FALSE(has(ask(secretariat, "GET", "/api/mailbox"), "\"to\""));
}

TEST_F(MailRoutes, AMailboxIsReadInPages) {
    for (int i = 0; i < 5; ++i) {
        now = now.plus_ms(1);
        send(reader);
    }
    std::size_t letters = 0;
    std::string cursor;
    for (int page = 0; page < 3; ++page) {
        const auto body = ask(focal, "GET", "/api/mailbox", {{"limit", "2"}, {"cursor", cursor}}).value().body;
        for (std::size_t at = 0; (at = body.find("\"to\":", at)) != std::string::npos; ++at) ++letters;
        const auto next = body.find("\"next\":\"");
        cursor = next == std::string::npos ? "" : body.substr(next + 8, 36);
        EXPECT_EQ(cursor.empty(), page == 2);
    }
    EXPECT_EQ(letters, 5u);
}

TEST_F(MailRoutes, OnlyADemoHasAMailbox) {
    http::Router real;
    add_routes(real, links, Delivery::server);
    EXPECT_EQ(real.find("GET", {"api", "mailbox"}).route, nullptr);
}

TEST_F(MailRoutes, TheSecretariatSeesWhatCouldNotBeSent) {
    send(reader);
    act([](access::Work& work) { work.db.run("UPDATE mail_letters SET state = 'given_up', problem = 'mail.refused_address'"); });
    const auto reply = ask(secretariat, "GET", "/api/mail/outgoing");
    EXPECT_TRUE(has(reply, "\"given_up\":1"));
    EXPECT_TRUE(has(reply, "mail.refused_address"));
    EXPECT_EQ(ask(focal, "GET", "/api/mail/outgoing").error().code, ErrorCode::forbidden);
}

}  // namespace
}  // namespace homeward::mail

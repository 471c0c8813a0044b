#include "mail/postman.h"

#include <spdlog/spdlog.h>

#include <fstream>

#include "mail/mail_fixture.h"
#include "mail/smtp_server_for_tests.h"

namespace homeward::mail {
namespace {

struct PostmanTest : MailTest {
    std::atomic<bool> stopping{false};
    const FileForTests certificate{".pem"};
    vault::Secret key = vault::Secret::random();
    Links links{"https://council.example", key};

    PostmanTest() { spdlog::set_level(spdlog::level::off); }

    Smtp settings(const SmtpServer& server, Security security = Security::none) {
        Smtp smtp{"127.0.0.1", server.port(), security, "", "", "", "homeward.example", 2, 3};
        if (security != Security::none) {
            smtp.ca_file = certificate.path;
            std::ofstream(smtp.ca_file) << server.certificate();
        }
        return smtp;
    }
    Instant deliver(const Smtp& smtp) {
        Postman postman(*works, smtp_transport(smtp, stopping), {"council@homeward.example", "Council"}, links);
        return postman.deliver();
    }
    std::string state() { return text("SELECT state || ' ' || attempts || ' ' || problem FROM mail_letters"); }
    std::string next() { return text("SELECT next_attempt_at FROM mail_letters"); }
};

TEST_F(PostmanTest, HandsLettersToAServer) {
    SmtpServer server;
    send(reader);
    now = now.plus_ms(1);
    send(russian, "silence_begun", {{"title", "Обмен опытом"}});
    deliver(settings(server));
    const auto mails = server.received();
    ASSERT_EQ(mails.size(), 2u);
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(mails[0].from, "council@homeward.example");
    EXPECT_EQ(mails[0].to, "reader@body.example");
    EXPECT_EQ(mails[0].hello, "homeward.example");
    EXPECT_NE(mails[0].text.find("A decision of the Council is adopted."), std::string::npos);
    EXPECT_NE(mails[0].text.find("https://council.example/decisions"), std::string::npos);
    EXPECT_NE(mails[0].text.find("List-Unsubscribe: \r\n <" + links.stop({reader, "decision_adopted"}) + ">"), std::string::npos);
    EXPECT_NE(mails[1].text.find("Content-Language: ru"), std::string::npos);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE state = 'sent' AND concluded_at IS NOT NULL"), 2);
    deliver(settings(server));
    EXPECT_EQ(server.received().size(), 2u);
}

TEST_F(PostmanTest, SpeaksOverTlsAndSignsIn) {
    SmtpServer server({.starttls = true, .sign_in = true});
    send(reader);
    Smtp smtp = settings(server, Security::starttls);
    smtp.user = "council";
    smtp.password = "wrong";
    deliver(smtp);
    EXPECT_EQ(state(), "queued 1 mail.sign_in");
    now = now.plus_seconds(61);
    smtp.password = "secret";
    deliver(smtp);
    ASSERT_EQ(server.received().size(), 1u);
    EXPECT_TRUE(server.received()[0].tls);
    EXPECT_EQ(state(), "sent 2 ");
}

TEST_F(PostmanTest, SaysNothingToAServerWithoutTlsWhenTlsIsAsked) {
    SmtpServer plain;
    send(reader);
    deliver(settings(plain, Security::starttls));
    EXPECT_EQ(state(), "queued 1 mail.no_tls");
    EXPECT_TRUE(plain.received().empty());
}

TEST_F(PostmanTest, SaysNothingToAServerWithAnUnknownCertificate) {
    SmtpServer server({.starttls = true}), other;
    send(reader);
    Smtp smtp = settings(server, Security::starttls);
    std::ofstream(smtp.ca_file) << other.certificate();
    deliver(smtp);
    EXPECT_EQ(state(), "queued 1 mail.no_tls");
    EXPECT_TRUE(server.received().empty());
    EXPECT_TRUE(server.starting_tls_failed);
}

TEST_F(PostmanTest, GivesUpAReaderWhoIsRefusedForGood) {
    SmtpServer server({.to_reader = "550 no such user"});
    send(reader);
    deliver(settings(server));
    EXPECT_EQ(state(), "given_up 1 mail.refused_address");
}

TEST_F(PostmanTest, ComesBackToAReaderWhoIsRefusedForNowAndGoesOnWithOthers) {
    SmtpServer server({.to_reader = "451 later"});
    send(reader);
    send(russian);
    deliver(settings(server));
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE state = 'queued' AND attempts = 1 AND problem = 'mail.not_now'"), 2);
    server.manners.to_reader = "250 ok";
    deliver(settings(server));
    EXPECT_TRUE(server.received().empty());  // not before a minute
    now = now.plus_seconds(61);
    deliver(settings(server));
    EXPECT_EQ(server.received().size(), 2u);
}

TEST_F(PostmanTest, SendsAgainWhatBrokeOffInTheMiddle) {
    SmtpServer server({.hangs_up_in_mail = true});
    send(reader);
    deliver(settings(server));
    EXPECT_EQ(state(), "queued 1 mail.broke_off");
    server.manners.hangs_up_in_mail = false;
    server.manners.to_data = "";  // takes it all, and falls before it says so
    now = now.plus_seconds(61);
    deliver(settings(server));
    EXPECT_EQ(state(), "queued 2 mail.broke_off");
    server.manners.to_data = "250 taken";
    now = now.plus_seconds(121);
    deliver(settings(server));
    EXPECT_EQ(state(), "sent 3 ");
    EXPECT_EQ(server.received().size(), 1u);
}

TEST_F(PostmanTest, HasTheSameMessageIdOnEachAttempt) {
    SmtpServer server;
    send(reader);
    deliver(settings(server));
    act([](access::Work& work) { work.db.run("UPDATE mail_letters SET state = 'queued', next_attempt_at = queued_at"); });
    now = now.plus_days(1);
    deliver(settings(server));
    ASSERT_EQ(server.received().size(), 2u);
    EXPECT_EQ(server.received()[0].text, server.received()[1].text);
}

TEST_F(PostmanTest, DoesNotAskAServerThatIsAwayForEachLetter) {
    SmtpServer server({.greeting = "554 closed today"});
    send(reader);
    send(russian);
    const Instant again = deliver(settings(server));
    EXPECT_EQ(again, now.plus_seconds(60));
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE attempts = 0"), 1);
}

TEST_F(PostmanTest, DoesNotWaitForASlowServerForEver) {
    SmtpServer server({.waits_ms = 4000});
    send(reader);
    Smtp smtp = settings(server);
    smtp.answer_s = 1;
    const auto begun = std::chrono::steady_clock::now();
    deliver(smtp);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(3500));
    EXPECT_EQ(state(), "queued 1 mail.broke_off");
}

TEST_F(PostmanTest, WritesAreTakenWhileAServerIsSlow) {
    SmtpServer server({.waits_ms = 2500});
    send(reader);
    Smtp smtp = settings(server);
    std::thread sending([&] { deliver(smtp); });
    while (server.connections() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto begun = std::chrono::steady_clock::now();
    send(russian);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(2000));
    sending.join();
}

TEST_F(PostmanTest, GivesUpAfterDays) {
    send(reader);
    Smtp nowhere{"127.0.0.1", 1, Security::none, "", "", "", "homeward.example", 1, 1};
    deliver(nowhere);
    EXPECT_EQ(state(), "queued 1 mail.no_server");
    now = now.plus_days(kGiveUpAfterDays).plus_seconds(1);
    deliver(nowhere);
    EXPECT_EQ(state(), "given_up 1 mail.no_server");
}

TEST_F(PostmanTest, DropsWhatItsReaderDoesNotWantAnyMore) {
    SmtpServer server;
    send(reader);
    send(russian);
    act([&](access::Work& work) {
        choose(work, reader, "decision_adopted", false);
        access::disable_account(work, russian).value();
    });
    deliver(settings(server));
    EXPECT_TRUE(server.received().empty());
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters WHERE state = 'dropped' AND attempts = 0"), 2);
}

TEST_F(PostmanTest, SendsByItselfWhatWasQueuedBeforeItStarted) {
    SmtpServer server;
    send(reader);
    act([&](access::Work& work) { work.db.run("UPDATE mail_letters SET next_attempt_at = $1", work.now.plus_days(1)); });
    Postman postman(*works, smtp_transport(settings(server), stopping), {"council@homeward.example", "Council"}, links);
    postman.start();
    for (int i = 0; i < 400 && server.received().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    postman.stop();
    EXPECT_EQ(server.received().size(), 1u);
    EXPECT_EQ(state(), "sent 1 ");
}

TEST_F(PostmanTest, StopsWhileAServerIsSlow) {
    SmtpServer server({.waits_ms = 4000});
    send(reader);
    Smtp smtp = settings(server);
    smtp.answer_s = 30;
    Postman postman(*works, smtp_transport(smtp, stopping), {"council@homeward.example", "Council"}, links);
    postman.start();
    while (server.connections() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto begun = std::chrono::steady_clock::now();
    stopping = true;
    postman.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(3500));
    EXPECT_EQ(state(), "queued 0 ");
}

TEST_F(PostmanTest, WaitsLongerEachTimeButNotForEver) {
    EXPECT_EQ(wait_ms(1), 60'000);
    EXPECT_EQ(wait_ms(2), 120'000);
    EXPECT_EQ(wait_ms(1000), 3'600'000);
}

TEST_F(PostmanTest, ForgetsOldLetters) {
    send(reader);
    now = now.plus_days(kKeepDays).plus_seconds(1);
    send(russian);
    act([](access::Work& work) { forget_old_letters(work).value(); });
    EXPECT_EQ(number("SELECT COUNT(*) FROM mail_letters"), 1);
}

TEST_F(PostmanTest, LinksStopTheLettersTheyWereMadeFor) {
    const std::string token = links.token({reader, "invitation"});
    const auto read = links.read(token);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->account, reader);
    EXPECT_EQ(read->kind, "invitation");
    EXPECT_FALSE(Links("https://council.example", vault::Secret::random()).read(token));
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(links.read(changed)) << i;
    }
    EXPECT_FALSE(links.read(""));
    EXPECT_FALSE(links.read(token.substr(4)));
    EXPECT_FALSE(links.read(links.token({reader, "no such kind"})));
}

}  // namespace
}  // namespace homeward::mail

#include "mail/message.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace homeward::mail {
namespace {

Message a_message() {
    return {"0192-id", *Instant::parse("2026-05-14T09:00:00Z"), "council@homeward.example", "Regional Council, secretariat", "reader@body.example",
            "en", "A decision is adopted", "Good day,\n\nIt is adopted.\n", "https://council.example/unsubscribe?token=abc"};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n')) lines.emplace_back(line.substr(0, line.find('\r')));
    return lines;
}

/// The lines of a mail's head, unfolded.
std::vector<std::string> head_of(const std::string& mail) {
    std::vector<std::string> lines;
    for (const auto& line : lines_of(mail.substr(0, mail.find("\r\n\r\n")))) {
        if (line.starts_with(' ')) lines.back() += line;
        else lines.push_back(line);
    }
    return lines;
}

TEST(Message, IsWrittenAsMailServersExpect) {
    EXPECT_EQ(write_message(a_message()).value(),
              "Date: Thu, 14 May 2026 09:00:00 +0000\r\n"
              "From: \"Regional Council, secretariat\" <council@homeward.example>\r\n"
              "To: <reader@body.example>\r\n"
              "Message-ID: <0192-id@homeward.example>\r\n"
              "Subject: A decision is adopted\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "Content-Language: en\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "List-Unsubscribe: \r\n <https://council.example/unsubscribe?token=abc>\r\n"
              "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
              "\r\n"
              "Good day,\r\n\r\nIt is adopted.\r\n");
}

TEST(Message, TakesNoLineBreakIntoItsHead) {
    for (const std::string& evil : std::vector<std::string>{"a\r\nBcc: x@y.example", "a\nBcc: x@y.example", "a\rb", std::string("a\0b", 3), std::string("a\x7F"), std::string("a\xFF")}) {
        for (auto Message::* part : {&Message::to, &Message::from, &Message::from_name, &Message::subject, &Message::id, &Message::stop_url, &Message::language}) {
            Message message = a_message();
            message.*part = evil;
            EXPECT_FALSE(write_message(message)) << evil;
        }
    }
}

TEST(Message, HasAHeadOfAsManyLinesAsItShould) {
    Message message = a_message();
    message.subject = std::string(300, 'x') + " Решение принято";
    message.from_name = "Региональный совет \"Возвращение\"";
    const auto head = head_of(*write_message(message));
    EXPECT_EQ(head.size(), 12u);
}

TEST(Message, EncodesWordsOfOtherScripts) {
    EXPECT_EQ(head_text("Plain", 9), "Plain");
    EXPECT_EQ(head_text("Решение", 9), "=?UTF-8?B?0KDQtdGI0LXQvdC40LU=?=");
    // What only looks like an encoded word is encoded, so that nobody reads it as one.
    EXPECT_TRUE(head_text("=?UTF-8?B?QQ==?=", 9).starts_with("=?UTF-8?B?PT9"));
}

TEST(Message, FoldsLongSubjectsBetweenLetters) {
    std::string title;
    for (int i = 0; i < 60; ++i) title += "жә😀";
    for (const auto& line : lines_of(head_text(title, 9))) {
        const auto word = trim(line);
        EXPECT_LE(line.size(), 78u);
        EXPECT_TRUE(word.starts_with("=?UTF-8?B?") && word.ends_with("?="));
        EXPECT_LE(word.size(), 75u);
    }
}

TEST(Message, WritesItsTextInQuotedPrintable) {
    EXPECT_EQ(quoted_printable("a=b \nя\n"), "a=3Db=20\r\n=D1=8F\r\n");
    EXPECT_EQ(quoted_printable("tab\t\nend "), "tab=09\r\nend=20");
    for (const auto& line : lines_of(quoted_printable(std::string(500, 'x') + "яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя"))) EXPECT_LE(line.size(), 76u);
    EXPECT_EQ(quoted_printable("a\rb"), "a=0Db");
}

TEST(Message, WritesTheDateOfAnyDay) {
    EXPECT_EQ(mail_date(*Instant::parse("1970-01-01T00:00:00Z")), "Thu, 1 Jan 1970 00:00:00 +0000");
    EXPECT_EQ(mail_date(*Instant::parse("2024-02-29T23:59:59Z")), "Thu, 29 Feb 2024 23:59:59 +0000");
    EXPECT_EQ(mail_date(*Instant::parse("2026-11-22T05:00:00Z")), "Sun, 22 Nov 2026 05:00:00 +0000");
}

}  // namespace
}  // namespace homeward::mail

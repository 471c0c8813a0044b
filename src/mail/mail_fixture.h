#pragma once
// Accounts with addresses, in a database of their own.

#include "access/program_for_tests.h"
#include "mail/post.h"

namespace homeward::mail {

struct MailTest : access::ProgramTest {
    access::AccountId reader, russian;

    MailTest() : ProgramTest(*Instant::parse("2026-05-14T09:00:00Z"), {schema()}) {
        reader = account("reader", "en", "reader@body.example");
        russian = account("russian", "ru", "russian@body.example");
    }

    void act(std::function<void(access::Work&)> job) {
        (void)works->write<void>(system, [&](access::Work& work) -> Done {
            job(work);
            return {};
        });
    }
    access::AccountId account(const char* username, const char* language, const std::string& address) {
        access::AccountId id;
        act([&](access::Work& work) {
            id = access::create_account(work, {username, username, access::Role::focal_point, language, "", "uz", "a long enough password"}).value();
            set_address(work, id, address).value();
        });
        return id;
    }
    void send(access::AccountId to, const std::string& kind = "decision_adopted", std::map<std::string, std::string> values = {}) {
        act([&](access::Work& work) { post(work, {to, kind, values, "/decisions", {}, {}}); });
    }
};

}  // namespace homeward::mail

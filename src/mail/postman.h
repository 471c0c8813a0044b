#pragma once
// Carries queued letters to the mail server, from a thread of its own.
//
// At least once: a letter counts as sent when the server has said so and that is written down. A program that falls
// between the two sends it again with the same Message-ID, by which mailboxes know the copy. A reminder that comes twice
// is a lesser harm than an alarm that never comes. No transaction is open while a server is spoken to.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "access/works.h"
#include "mail/post.h"
#include "mail/smtp.h"
#include "mail/unsubscribe.h"

namespace homeward::mail {

/// Who writes.
struct Sender {
    std::string address, name;
};

/// Waits between two attempts: a minute after the first failure, then twice as long each time, an hour at most.
std::int64_t wait_ms(int failures);
/// A letter that could not be sent for so long says nothing new any more.
constexpr int kGiveUpAfterDays = 4;
/// Letters are forgotten after so many days, sent or not.
constexpr int kKeepDays = 90;

class Postman {
public:
    Postman(access::Works& works, Transport transport, Sender sender, Links links);
    ~Postman();
    Postman(const Postman&) = delete;

    void start();
    /// Returns when no letter is under way; give the transport `stopping()`, so that this is soon.
    void stop();

    /// Sends what is due until nothing is, or the server cannot be reached. For the thread, and for tests.
    /// returns   when to come again at the earliest
    Instant deliver();

private:
    struct Due {
        LetterId id;
        access::AccountId account;
        std::string kind, language, subject, text, path, address;
        Instant queued_at;
        int attempts = 0;
        bool wanted = true;
    };
    void give_up_the_old();
    std::optional<Due> first_due();
    Outcome send(const Due& letter);
    void conclude(access::Work& work, const Due& letter, const Outcome& outcome);
    void run();

    access::Works& works_;
    Transport transport_;
    Sender sender_;
    Links links_;
    int unreachable_ = 0;  ///< times in a row
    std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

/// The letter with what stands below every one: where to read on, and how to stop such letters.
std::string whole_text(const std::string& text, const std::string& language, const std::string& path, const Subscription& reader, const Links& links);

/// Deletes letters older than kKeepDays. A job of the clock.
Done forget_old_letters(access::Work& work);

}  // namespace homeward::mail

#include "council/clock.h"

#include <spdlog/spdlog.h>

#include "council/decisions/decision.h"
#include "council/digest.h"
#include "council/followup/council_action.h"
#include "council/ledger/ledger.h"
#include "council/notices/notice.h"
#include "council/trainings/application.h"
#include "mail/postman.h"
#include "search/index.h"

namespace homeward::council {
namespace {

constexpr auto kEvery = std::chrono::minutes(1);

}  // namespace

// One line a job. Each is idempotent: it looks for what is due and not done yet.
std::vector<Job> clock_jobs(const Program& program) {
    return {
        {"decisions.adopt", adopt_what_is_due},
        {"decisions.remind", remind_of_silences},
        {"actions.remind", remind_of_actions},
        {"notices.alarms", ring_notice_alarms},
        {"trainings.ask", ask_follow_ups},
        {"ledger.tell", [&exchange = program.exchange](access::Work& work) { return tell_members(work, exchange); }},
        {"mail.digests", send_digests},
        {"mail.forget", mail::forget_old_letters},
        {"search.tidy", [](access::Work& work) -> Done { return search::tidy(work.db), Done{}; }},
    };
}

int run_due(access::Works& works, const std::vector<Job>& jobs) {
    int failed = 0;
    for (const auto& job : jobs) {
        try {
            const auto done = works.write<void>(access::Actor::program("system"), job.run);
            if (done) continue;
            spdlog::error("clock: {} could not be done: {}", job.name, done.error().key);
        } catch (const std::exception& broken) {
            spdlog::error("clock: {} broke off: {}", job.name, broken.what());
        }
        ++failed;
    }
    return failed;
}

void Clock::start() { thread_ = std::thread([this] { run(); }); }

void Clock::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        run_due(works_, jobs_);
        lock.lock();
        changed_.wait_for(lock, kEvery, [this] { return stopping_; });
    }
}

void Clock::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

}  // namespace homeward::council

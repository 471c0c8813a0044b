#pragma once
// What the Council does by itself when its time has come: silence periods end, reminders go out, alarms ring.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "access/works.h"
#include "council/program.h"

namespace homeward::council {

/// Asks the database what is due at `work.now`, and does it once: a job runs every minute, and again after a restart.
struct Job {
    std::string name;  ///< in the log of the program: notices.alarms
    std::function<Done(access::Work&)> run;
};

/// Every subject adds its own, in clock.cpp.
std::vector<Job> clock_jobs(const Program& program);

/// Runs each job as `system` in a transaction of its own, so that one that breaks holds up no other.
/// returns   how many broke, or gave back an error; each is in the program's log
int run_due(access::Works& works, const std::vector<Job>& jobs);

/// Runs the jobs once a minute, the first time at once.
class Clock {
public:
    Clock(access::Works& works, std::vector<Job> jobs) : works_(works), jobs_(std::move(jobs)) {}
    ~Clock() { stop(); }
    Clock(const Clock&) = delete;

    void start();
    /// Returns when no job runs any more.
    void stop();

private:
    void run();

    access::Works& works_;
    std::vector<Job> jobs_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace homeward::council

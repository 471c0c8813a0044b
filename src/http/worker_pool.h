#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace homeward::http {

/// A few threads that run jobs in the order they came. The number of waiting jobs is bounded by the number of
/// connections, each of which has one at a time. A job must not throw.
class WorkerPool {
public:
    explicit WorkerPool(int threads);
    /// Finishes what was posted.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;

    void post(std::function<void()> job);

private:
    void loop();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace homeward::http

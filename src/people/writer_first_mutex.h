#pragma once

#include <mutex>
#include <shared_mutex>

namespace homeward::people {

/// A shared mutex whose readers queue behind a waiting writer. std::shared_mutex lets a steady stream of readers
/// keep a writer out for as long as it flows, and here the writer is the store's only one.
class WriterFirstMutex {
public:
    std::shared_lock<std::shared_mutex> read() {
        const std::lock_guard in_turn(turn_);
        return std::shared_lock(mutex_);
    }
    std::unique_lock<std::shared_mutex> write() {
        const std::lock_guard in_turn(turn_);
        return std::unique_lock(mutex_);
    }

private:
    std::mutex turn_;
    std::shared_mutex mutex_;
};

}  // namespace homeward::people

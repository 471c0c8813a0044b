#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/connection.h"

namespace homeward::store {

/// One database file: one writer thread, and a pool of readers.
///
/// Writes queue up; the writer takes what waits and commits it as one transaction, each job in a savepoint
/// of its own. So a job is all or nothing, an error of one does not touch its neighbours, and one sync of the
/// disk serves many. What was reported as committed survives a power cut (WAL, synchronous=FULL).
class Store {
public:
    /// Returns true to keep its changes, false to take them back. A thrown exception takes them back too.
    using Job = std::function<bool(Connection&)>;
    /// Called once, on the writer thread, after the commit (null) or with what broke.
    using Finished = std::function<void(std::exception_ptr)>;

    /// Throws DatabaseError when the file cannot be opened.
    explicit Store(std::string path);
    /// Finishes what was queued.
    ~Store();
    Store(const Store&) = delete;

    void post(Job job, Finished finished);
    /// Runs the job and waits for its commit. Must not be called from a job.
    void write(Job job);
    /// Runs `work` on the caller's thread inside one read transaction: it sees one state of the database.
    void read(const std::function<void(Connection&)>& work);

    /// Stops the writer; jobs posted later break with std::runtime_error.
    void stop();
    std::size_t queue_length() const;
    const std::string& path() const { return path_; }

private:
    struct Queued {
        Job job;
        Finished finished;
    };
    void writer_loop();
    void commit_batch(std::vector<Queued>& batch);

    std::string path_;
    std::unique_ptr<Connection> writer_;
    mutable std::mutex queue_mutex_;
    std::condition_variable queue_changed_;
    std::deque<Queued> queue_;
    bool stopping_ = false;
    std::mutex readers_mutex_;
    std::vector<std::unique_ptr<Connection>> idle_readers_;
    std::thread thread_;
};

}  // namespace homeward::store

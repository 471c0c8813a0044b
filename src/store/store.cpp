#include "store/store.h"

#include <future>

namespace homeward::store {
namespace {

constexpr std::size_t kBatch = 64;
constexpr std::size_t kIdleReaders = 4;

}  // namespace

Store::Store(std::string path) : path_(std::move(path)), writer_(std::make_unique<Connection>(path_, Connection::Mode::read_write)) {
    thread_ = std::thread([this] { writer_loop(); });
}

Store::~Store() { stop(); }

void Store::stop() {
    {
        const std::lock_guard lock(queue_mutex_);
        stopping_ = true;
    }
    queue_changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Store::post(Job job, Finished finished) {
    {
        const std::lock_guard lock(queue_mutex_);
        if (!stopping_) {
            queue_.push_back({std::move(job), std::move(finished)});
            queue_changed_.notify_one();
            return;
        }
    }
    finished(std::make_exception_ptr(std::runtime_error("the store is stopping")));
}

void Store::write(Job job) {
    std::promise<void> done;
    post(std::move(job), [&done](std::exception_ptr broken) {
        if (broken) done.set_exception(broken); else done.set_value();
    });
    done.get_future().get();
}

void Store::read(const std::function<void(Connection&)>& work) {
    std::unique_ptr<Connection> reader;
    {
        const std::lock_guard lock(readers_mutex_);
        if (!idle_readers_.empty()) {
            reader = std::move(idle_readers_.back());
            idle_readers_.pop_back();
        }
    }
    if (!reader) reader = std::make_unique<Connection>(path_, Connection::Mode::read_only);
    reader->exec("BEGIN");
    try {
        work(*reader);
    } catch (...) {
        reader->exec("ROLLBACK");
        throw;
    }
    reader->exec("COMMIT");
    const std::lock_guard lock(readers_mutex_);
    if (idle_readers_.size() < kIdleReaders) idle_readers_.push_back(std::move(reader));
}

std::size_t Store::queue_length() const {
    const std::lock_guard lock(queue_mutex_);
    return queue_.size();
}

void Store::writer_loop() {
    for (;;) {
        std::vector<Queued> batch;
        {
            std::unique_lock lock(queue_mutex_);
            queue_changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            while (!queue_.empty() && batch.size() < kBatch) {
                batch.push_back(std::move(queue_.front()));
                queue_.pop_front();
            }
        }
        commit_batch(batch);
    }
}

void Store::commit_batch(std::vector<Queued>& batch) {
    std::vector<std::exception_ptr> broken(batch.size());
    try {
        writer_->exec("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < batch.size(); ++i) {
            writer_->exec("SAVEPOINT job");
            bool keep = false;
            try {
                keep = batch[i].job(*writer_);
            } catch (...) {
                broken[i] = std::current_exception();
            }
            writer_->exec(keep ? "RELEASE job" : "ROLLBACK TO job; RELEASE job");
        }
        writer_->exec("COMMIT");
    } catch (...) {
        // The commit itself failed, or the engine rolled all back (a full disk): nothing of the batch stands.
        const auto reason = std::current_exception();
        try {
            writer_->exec("ROLLBACK");
        } catch (const DatabaseError&) {
            // There was no transaction left to roll back.
        }
        for (auto& each : broken) each = reason;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].finished(broken[i]);
}

}  // namespace homeward::store

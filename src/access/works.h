#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "access/work.h"
#include "audit/head_file.h"

namespace homeward::access {

/// Gives each request its Work: its place in the queue of the writer, or a reader of its own.
class Works {
public:
    using Clock = std::function<Instant()>;
    using Job = std::function<Done(Work&)>;
    /// Called on the writer thread after the commit, with the job's result; or with what broke.
    using Finished = std::function<void(std::exception_ptr, Done)>;

    /// vault       null at the Council
    /// head_file   null in tests that do not look at it
    Works(store::Store& store, const vault::Vault* vault, Clock clock, audit::HeadFile* head_file = nullptr);
    /// Waits for what is queued: it comes back here when it has committed. The store must still be there.
    ~Works();
    Works(const Works&) = delete;

    /// Runs the job on the caller's thread in one read transaction. It cannot write.
    template <class T>
    Result<T> read(const Actor& actor, const std::function<Result<T>(Work&)>& job) {
        std::optional<Result<T>> result;
        read_job(actor, [&](Work& work) -> Done {
            result.emplace(job(work));
            return *result ? Done{} : Done{result->error()};
        });
        return std::move(*result);
    }

    /// Queues one write transaction. An error result takes its changes back; a refusal is noted in the log.
    void post_write(Actor actor, Job job, Finished finished);

    /// Runs one write transaction and waits for its commit. Not to be called from a job.
    template <class T>
    Result<T> write(const Actor& actor, const std::function<Result<T>(Work&)>& job) {
        std::optional<Result<T>> result;
        Done done = write_and_wait(actor, [&](Work& work) -> Done {
            result.emplace(job(work));
            return *result ? Done{} : Done{result->error()};
        });
        return std::move(*result);
    }

    Instant now() const { return clock_(); }
    store::Store& store() { return store_; }

private:
    void read_job(const Actor& actor, const Job& job);
    Done write_and_wait(const Actor& actor, Job job);
    void note_refusal(const Actor& actor, const Error& error);

    store::Store& store_;
    const vault::Vault* vault_;
    Clock clock_;
    audit::HeadFile* head_file_;
};

}  // namespace homeward::access

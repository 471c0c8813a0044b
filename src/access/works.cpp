#include "access/works.h"

#include <future>
#include <stdexcept>

namespace homeward::access {

void Work::record(const audit::Event& event) {
    if (!db.writable()) throw std::logic_error("a reading Work cannot record " + event.action);
    audit::append(db, now, actor.log_name(), event);
}

const vault::Vault& Work::vault() const {
    if (!vault_) throw std::logic_error("this program has no vault");
    return *vault_;
}

Works::Works(store::Store& store, const vault::Vault* vault, Clock clock, audit::HeadFile* head_file)
    : store_(store), vault_(vault), clock_(std::move(clock)), head_file_(head_file) {}

Works::~Works() {
    try {
        store_.write([](store::Connection&) { return true; });
    } catch (const std::exception&) {
        // The store was stopped, and has finished everything by then.
    }
}

void Works::read_job(const Actor& actor, const Job& job) {
    Done done;
    store_.read([&](store::Connection& db) {
        Work work(db, actor, clock_(), vault_);
        done = job(work);
    });
    if (!done && done.error().code == ErrorCode::forbidden) note_refusal(actor, done.error());
}

void Works::post_write(Actor actor, Job job, Finished finished) {
    struct Running {
        Actor actor;
        Job job;
        std::optional<Work> work;
        Done done;
        std::optional<audit::Head> head;
    };
    auto running = std::make_shared<Running>();
    running->actor = std::move(actor);
    running->job = std::move(job);
    store_.post(
        [this, running](store::Connection& db) {
            running->work.emplace(db, running->actor, clock_(), vault_);
            running->done = running->job(*running->work);
            if (running->done && head_file_) running->head = audit::head(db);
            return running->done.has_value();
        },
        [this, running, finished = std::move(finished)](std::exception_ptr broken) {
            if (!broken && running->done) {
                for (const auto& then : running->work->after_) then();
                if (head_file_ && running->head) head_file_->note(*running->head);
            } else if (!broken && running->done.error().code == ErrorCode::forbidden) {
                note_refusal(running->actor, running->done.error());
            }
            finished(broken, std::move(running->done));
        });
}

Done Works::write_and_wait(const Actor& actor, Job job) {
    std::promise<Done> promise;
    post_write(actor, std::move(job), [&promise](std::exception_ptr broken, Done done) {
        if (broken) promise.set_exception(broken); else promise.set_value(std::move(done));
    });
    return promise.get_future().get();
}

void Works::note_refusal(const Actor& actor, const Error& error) {
    post_write(actor, [key = error.key](Work& work) -> Done {
        work.record({"access.refused", "request", key});
        return {};
    }, [](std::exception_ptr, const Done&) {});
}

}  // namespace homeward::access

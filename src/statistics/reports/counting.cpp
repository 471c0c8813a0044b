#include "statistics/reports/counting.h"

namespace homeward::statistics {

Turn::~Turn() {
    if (!held_.owns_lock()) return;  // given on
    const std::lock_guard lock(turns_->state_);
    turns_->ticket_.clear();
    turns_->progress_ = {};
}

bool Turn::goes_on(const Progress& progress, std::chrono::milliseconds most) const {
    const auto taken = std::chrono::steady_clock::now() - began_;
    const std::lock_guard lock(turns_->state_);
    turns_->progress_ = progress;
    const bool all_protected = progress.done >= progress.of;
    return !turns_->ended_ && taken < (all_protected ? turns_->patience_.tidy : most);
}

bool Turn::ended_by_reader() const {
    const std::lock_guard lock(turns_->state_);
    return turns_->ended_;
}

const Patience& Turn::patience() const { return turns_->patience_; }

Result<Turn> Turns::take(const access::Actor& actor, const std::string& ticket) {
    std::unique_lock held(one_at_a_time_, patience_.wait);
    if (!held.owns_lock()) return conflict("report.busy");
    const std::lock_guard lock(state_);
    who_ = actor.id;
    ticket_ = ticket;
    progress_ = {};
    ended_ = false;
    return Turn(*this, std::move(held));
}

Progress Turns::progress(const access::Actor& actor, const std::string& ticket) const {
    const std::lock_guard lock(state_);
    return is(actor, ticket) ? progress_ : Progress{};
}

void Turns::end(const access::Actor& actor, const std::string& ticket) {
    const std::lock_guard lock(state_);
    if (is(actor, ticket)) ended_ = true;
}

}  // namespace homeward::statistics

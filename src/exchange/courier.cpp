#include "exchange/courier.h"

#include <spdlog/spdlog.h>

#include <random>

namespace homeward::exchange {
namespace {

/// Looks again now and then even when nothing says so, for a clock that was set.
constexpr auto kLongestSleep = std::chrono::seconds(60);
/// After the database failed us.
constexpr auto kPauseAfterBreakdown = std::chrono::seconds(5);

access::Actor ourselves() { return access::Actor::program("system"); }

std::function<double()> system_random() {
    return [] {
        thread_local std::mt19937_64 generator{std::random_device{}()};
        return std::uniform_real_distribution<double>()(generator);
    };
}

}  // namespace

std::int64_t BackOff::wait_ms(int failures, double random) const {
    std::int64_t window = first_ms;
    for (int i = 0; i < failures && window < longest_ms; ++i) window *= 2;
    window = std::min(window, longest_ms);
    return std::max(shortest_ms, static_cast<std::int64_t>(random * static_cast<double>(window)));
}

Courier::Courier(access::Works& works, Exchange& exchange, Transport transport, BackOff back_off, std::function<double()> random)
    : works_(works),
      exchange_(exchange),
      transport_(std::move(transport)),
      back_off_(back_off),
      random_(random ? std::move(random) : system_random()) {}

Courier::~Courier() { stop(); }

void Courier::start() {
    (void)works_.write<void>(ourselves(), [&](access::Work& work) -> Done {
        for (const auto& member : exchange_.members().members()) retry_now(work.db, member.id, work.now);
        return {};
    });
    for (const auto& member : exchange_.members().members()) {
        if (member.id != exchange_.self()) lanes_[member.id];
    }
    exchange_.on_due([this](const std::string& member) {
        const std::lock_guard lock(mutex_);
        if (const auto lane = lanes_.find(member); lane != lanes_.end()) lane->second.due = true;
        changed_.notify_all();
    });
    for (auto& [member, lane] : lanes_) lane.thread = std::thread([this, &member = member, &lane = lane] { run(member, lane); });
}

void Courier::stop() {
    exchange_.on_due(nullptr);
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (auto& [member, lane] : lanes_) {
        if (lane.thread.joinable()) lane.thread.join();
    }
}

void Courier::run(const std::string& member, Lane& lane) {
    while (!stopping_) {
        std::optional<Instant> next;
        try {
            next = deliver(member);
        } catch (const std::exception& broken) {
            spdlog::error("exchange: delivery to {} broke off: {}", member, broken.what());
            next = works_.now().plus_seconds(kPauseAfterBreakdown.count());
        }
        wait(lane, next);
    }
}

void Courier::wait(Lane& lane, std::optional<Instant> until) {
    std::chrono::milliseconds sleep = kLongestSleep;
    if (until) sleep = std::clamp(std::chrono::milliseconds(until->ms - works_.now().ms), std::chrono::milliseconds(1), sleep);
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, sleep, [&] { return stopping_ || lane.due; });
    lane.due = false;
}

std::optional<Instant> Courier::deliver(const std::string& id) {
    const Member* member = exchange_.members().find(id);
    while (member && !stopping_) {
        const auto waiting = works_.read<std::optional<Waiting>>(
            ourselves(), [&](access::Work& work) -> Result<std::optional<Waiting>> { return first_waiting(work.db, id); });
        const auto& first = waiting.value();
        if (!first) return std::nullopt;
        if (first->next_attempt_at > works_.now()) return first->next_attempt_at;
        send(*member, *first);
    }
    return std::nullopt;
}

void Courier::send(const Member& member, const Waiting& waiting) {
    const auto text = transport_(member.base_url + "/exchange/messages", waiting.text);
    const auto receipt = text ? read_receipt(text.value(), member, exchange_.self(), waiting.id, waiting.hash)
                              : Result<Receipt>(text.error());
    (void)works_.write<void>(ourselves(), [&](access::Work& work) -> Done {
        if (receipt) conclude(work, waiting, receipt.value(), text.value());
        else fail(work, waiting, member.id, receipt.error().key);
        return {};
    });
}

void Courier::conclude(access::Work& work, const Waiting& waiting, const Receipt& receipt, const std::string& text) {
    switch (receipt.outcome) {
        case Outcome::accepted:
        case Outcome::refused: {
            const bool accepted = receipt.outcome == Outcome::accepted;
            settle(work.db, receipt, text, work.now);
            work.record({accepted ? "message.delivered" : "message.refused", "message", waiting.id.str(), {}, {{"to", receipt.from}}});
            if (accepted) exchange_.counters().delivered++;
            else spdlog::warn("exchange: {} refused message {}: {}", receipt.from, waiting.id.str(), receipt.reason);
            return;
        }
        case Outcome::gap:
            // A receiver restored from a backup asks for what it lost. The message at hand waits its turn.
            if (const int again = send_again_from(work.db, receipt.from, *receipt.expected, work.now)) {
                spdlog::warn("exchange: {} lost {} messages from {}/{} on; sending them again", receipt.from, again,
                             receipt.expected->epoch, receipt.expected->seq);
            }
            fail(work, waiting, receipt.from, "exchange.gap");
            return;
        case Outcome::later:
            fail(work, waiting, receipt.from, receipt.reason);
            return;
    }
}

void Courier::fail(access::Work& work, const Waiting& waiting, const std::string& to, const std::string& problem) {
    const std::int64_t wait_ms = back_off_.wait_ms(waiting.attempts, random_());
    postpone(work.db, waiting, work.now.plus_ms(wait_ms), problem);
    exchange_.counters().attempts_failed++;
    spdlog::info("exchange: message {} to {} did not arrive ({}); attempt {}, next in {} ms", waiting.id.str(), to, problem,
                 waiting.attempts + 1, wait_ms);
}

}  // namespace homeward::exchange

#pragma once
// Carries what waits in the outbox to its receivers: in order, again and again until a signed receipt is in hand.

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "exchange/exchange.h"
#include "exchange/outbox.h"

namespace homeward::exchange {

/// Brings one message to an address and returns what came back, whatever its status: only a receipt's signature
/// counts. Blocks; an error's key says why nothing came back.
using Transport = std::function<Result<std::string>(const std::string& url, const std::string& message)>;

/// POST over HTTP; at most 5 s to connect and 10 s to be answered.
/// ca_file   PEM with the authorities to trust; empty: the system's
Transport http_transport(std::string ca_file = {});

/// After the n-th failure in a row the next attempt comes at a random instant within `first` · 2ⁿ⁻¹, at most `longest`:
/// many programs that lost the same peer do not come back to it all at once. A sign of life ends the wait.
struct BackOff {
    std::int64_t first_ms = 1'000;
    std::int64_t longest_ms = 15 * 60'000;
    std::int64_t shortest_ms = 100;
    /// failures   before this one
    /// random     from 0 to 1
    std::int64_t wait_ms(int failures, double random) const;
};

class Courier {
public:
    /// random   gives numbers from 0 to 1
    Courier(access::Works& works, Exchange& exchange, Transport transport, BackOff back_off = {},
            std::function<double()> random = {});
    ~Courier();
    Courier(const Courier&) = delete;

    /// One thread for each other member, so that a slow one holds up no other. What waits is tried at once.
    void start();
    /// Returns when no message is under way any more; at the latest after the transport's time limits.
    void stop();

    /// Sends what is due to a member until nothing is, or an attempt fails. For the threads, and for tests.
    /// returns   when to come again; nothing when nothing waits
    std::optional<Instant> deliver(const std::string& member);

private:
    struct Lane {
        std::thread thread;
        bool due = false;
    };
    void run(const std::string& member, Lane& lane);
    void wait(Lane& lane, std::optional<Instant> until);
    void send(const Member& member, const Waiting& waiting);
    void conclude(access::Work& work, const Waiting& waiting, const Receipt& receipt, const std::string& text);
    void fail(access::Work& work, const Waiting& waiting, const std::string& to, const std::string& problem);

    access::Works& works_;
    Exchange& exchange_;
    Transport transport_;
    BackOff back_off_;
    std::function<double()> random_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, Lane> lanes_;
    std::atomic<bool> stopping_{false};
};

}  // namespace homeward::exchange

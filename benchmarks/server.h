#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>

#include "instance/instance.h"

namespace homeward::bench {

/// Memory of the server that lies in RAM, in MB (10^6 bytes, rounded by the kernel to its pages).
struct Memory {
    double now = 0;      ///< VmRSS
    double highest = 0;  ///< VmHWM, since the start or the last `forget_highest`
};

/// homeward-node or homeward-council as a child of this program, on a free port of the loopback.
class Server {
public:
    /// Starts it and waits until /healthz says that it is ready. Throws when it ends, or is not ready within a minute.
    Server(apps::Config config, const std::filesystem::path& program);
    /// Asks it to stop, and ends it after fifteen seconds.
    ~Server();
    Server(const Server&) = delete;

    std::uint16_t port() const { return config_.server.port; }
    /// From the fork to the first answer that says "ready".
    double start_seconds() const { return start_seconds_; }
    Memory memory() const;
    void forget_highest() const;
    /// Processor time of all its threads.
    double cpu_seconds() const;

private:
    void start(const std::filesystem::path& program);
    void wait_until_ready();
    void stop();
    std::string last_words() const;

    apps::Config config_;
    pid_t pid_ = -1;
    double start_seconds_ = 0;
};

/// Makes the system forget what it holds of a file in memory, so that a start reads the disk.
void evict_from_memory(const std::filesystem::path& file);

}  // namespace homeward::bench

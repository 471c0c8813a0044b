#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace homeward::bench {

/// A program that ran to its end.
struct Ran {
    int exit_code = 0;
    double seconds = 0;
    double highest_mb = 0;  ///< memory that lay in RAM, 10^6 bytes
};

/// A number of kB in /proc/PID/status, in MB; nothing when it has ended.
std::optional<double> status_mb(pid_t pid, std::string_view name);

/// Runs a program and waits for it; what it prints goes to a file.
Ran run_command(const std::vector<std::string>& words, const std::filesystem::path& printed);

}  // namespace homeward::bench

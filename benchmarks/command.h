#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace homeward::bench {

/// A program that ran to its end.
struct Ran {
    int exit_code = 0;
    double seconds = 0;
    double highest_mb = 0;  ///< memory that lay in RAM, 10^6 bytes
};

/// Runs a program and waits for it; what it prints goes to a file.
Ran run_command(const std::vector<std::string>& words, const std::filesystem::path& printed);

}  // namespace homeward::bench

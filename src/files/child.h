#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeward::files {

/// How a program ended.
///
/// out       what it wrote, at most so many bytes
/// status    its exit code; -1 when it was ended by a signal
/// signal    that ended it; 0 for none
/// late      it was ended because its time was over
/// too_much  it was ended because it wrote more than it may
struct Ended {
    std::string out;
    int status = -1;
    int signal = 0;
    bool late = false;
    bool too_much = false;
};

/// Runs homeward-inspect, which lies beside this program, with `input` as its standard input, nothing else open, and an
/// environment of no one. Waits for its end, at most `wall_clock_ms`.
/// Throws std::runtime_error when it cannot be started.
Ended run_inspector(std::vector<std::string> arguments, std::string_view input, std::size_t most_out, int wall_clock_ms = 40'000);

}  // namespace homeward::files

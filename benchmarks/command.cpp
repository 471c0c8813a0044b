#include "command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace homeward::bench {

std::optional<double> status_mb(pid_t pid, std::string_view name) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) * 1024 / 1e6;
    }
    return std::nullopt;
}

Ran run_command(const std::vector<std::string>& words, const std::filesystem::path& printed) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto began = std::chrono::steady_clock::now();
    int started[2];  // closed when the other program takes over
    if (::pipe2(started, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot start another process");
    if (child == 0) {
        const int file = ::open(printed.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(file, 1);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(started[1]);
    char nothing = 0;
    while (::read(started[0], &nothing, 1) < 0 && errno == EINTR) {}
    ::close(started[0]);
    // Looked at while it runs: the kernel's sum at its end counts the memory of this program, too.
    int status = 0;
    double highest_mb = 0;
    for (pid_t ended = 0; ended == 0; std::this_thread::sleep_for(std::chrono::milliseconds(2))) {
        if (const auto mb = status_mb(child, "VmHWM")) highest_mb = std::max(highest_mb, *mb);
        ended = ::waitpid(child, &status, WNOHANG);
        if (ended < 0) throw std::runtime_error("lost a process");
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (!WIFEXITED(status)) throw std::runtime_error(words[0] + " was ended by a signal");
    return {WEXITSTATUS(status), took.count(), highest_mb};
}

}  // namespace homeward::bench

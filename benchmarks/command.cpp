#include "command.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>

namespace homeward::bench {

Ran run_command(const std::vector<std::string>& words, const std::filesystem::path& printed) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const auto began = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot start another process");
    if (child == 0) {
        const int file = ::open(printed.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(file, 1);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    if (::wait4(child, &status, 0, &usage) != child) throw std::runtime_error("lost a process");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (!WIFEXITED(status)) throw std::runtime_error(words[0] + " was ended by a signal");
    return {WEXITSTATUS(status), took.count(), static_cast<double>(usage.ru_maxrss) * 1024 / 1e6};
}

}  // namespace homeward::bench

#include "files/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <thread>

namespace homeward::files {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    int get() const { return number_; }
    void set(int number) { number_ = number; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

[[noreturn]] void broken(const char* what, int error = errno) {
    throw std::runtime_error(std::string("cannot look into a file: ") + what + ": " + std::strerror(error));
}

/// The file as the child reads it: in memory, never on a disk.
int memory_file(std::string_view content) {
    const int file = ::memfd_create("paper", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) broken("memory");
    for (std::size_t at = 0; at < content.size();) {
        const auto put = ::write(file, content.data() + at, content.size() - at);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) {
            ::close(file);
            broken("memory");
        }
        at += static_cast<std::size_t>(put);
    }
    ::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    ::lseek(file, 0, SEEK_SET);
    return file;
}

std::string inspector() {
    return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "homeward-inspect").string();
}

/// posix_spawn, since between fork and exec a program of several threads may do next to nothing.
pid_t start(const std::string& program, std::vector<std::string>& arguments, int in, int out) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawn_file_actions_addchdir_np(&files, "/");
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);

    std::vector<char*> words;
    for (auto& word : arguments) words.push_back(word.data());
    words.push_back(nullptr);
    char locale[] = "LC_ALL=C.UTF-8";
    char* const environment[] = {locale, nullptr};
    pid_t child = -1;
    const int error = ::posix_spawn(&child, program.c_str(), &files, &attributes, words.data(), environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) broken(program.c_str(), error);
    return child;
}

int ms_until(Clock::time_point end) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
}

/// Reads until the child closes its end, or must be ended.
void collect(Ended& ended, int from, std::size_t most, Clock::time_point end) {
    char room[64 * 1024];
    for (;;) {
        pollfd waiting{from, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, ms_until(end));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            ended.late = true;
            return;
        }
        const auto got = ::read(from, room, sizeof room);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return;
        if (static_cast<std::size_t>(got) > most - ended.out.size()) {
            ended.too_much = true;
            return;
        }
        ended.out.append(room, static_cast<std::size_t>(got));
    }
}

void await_end(Ended& ended, pid_t child, Clock::time_point end) {
    int status = 0;
    bool killed = false;
    for (;;) {
        if (!killed && (ended.late || ended.too_much)) {
            ::kill(-child, SIGKILL);
            killed = true;
        }
        const auto gone = ::waitpid(child, &status, killed ? 0 : WNOHANG);
        if (gone == child) break;
        if (gone < 0 && errno != EINTR) return;
        if (gone == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            ended.late = Clock::now() >= end;
        }
    }
    if (WIFEXITED(status)) ended.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
}

}  // namespace

Ended run_inspector(std::vector<std::string> arguments, std::string_view input, std::size_t most_out, int wall_clock_ms) {
    const auto end = Clock::now() + std::chrono::milliseconds(wall_clock_ms);
    const auto program = inspector();
    arguments.insert(arguments.begin(), program);
    Descriptor in(memory_file(input));
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) broken("a pipe");
    Descriptor from(pipe[0]), to(pipe[1]);
    const pid_t child = start(program, arguments, in.get(), to.get());
    to.close();
    Ended ended;
    collect(ended, from.get(), most_out, end);
    await_end(ended, child, end);
    return ended;
}

}  // namespace homeward::files

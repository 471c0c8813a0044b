#include "inspection/confine.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <vector>

namespace homeward::inspection {
namespace {

/// How a process ends that confines itself and then tries something: its exit code, or 1000 and the signal.
int after(void (*confine)(), const std::function<int()>& tries) {
    const pid_t child = ::fork();
    if (child == 0) {
        limit_resources();
        confine();
        ::_exit(tries());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

int opens(const char* path, int flags) { return ::open(path, flags, 0600) >= 0 ? 0 : 1; }
void nothing_more() {}

bool has_landlock() { return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1; }

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HOMEWARD_SANITIZED 1
#endif
#endif

#ifndef HOMEWARD_SANITIZED
constexpr int kEnded = 1000 + SIGSYS;

TEST(Confined, ToMemoryAnyOtherCallEndsIt) {
    EXPECT_EQ(after(confine_to_memory, [] { return 0; }), 0);
    EXPECT_EQ(after(confine_to_memory, [] { return std::vector<char>(10u << 20, 'a').back() == 'a' ? 0 : 1; }), 0);
    EXPECT_EQ(after(confine_to_memory, [] { return opens("/etc/passwd", O_RDONLY); }), kEnded);
    EXPECT_EQ(after(confine_to_memory, [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : 1; }), kEnded);
    EXPECT_EQ(after(confine_to_memory, [] { return ::fork() >= 0 ? 0 : 1; }), kEnded);
    EXPECT_EQ(after(confine_to_memory, [] { return ::execl("/bin/true", "true", nullptr); }), kEnded);
    EXPECT_EQ(after(confine_to_memory, [] { return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ? 0 : 1; }), kEnded);
}

TEST(Confined, ToReadingItOpensNoNetworkAndWritesNowhere) {
    EXPECT_EQ(after(confine_to_reading, [] { return opens("/usr/bin/env", O_RDONLY); }), 0);
    EXPECT_EQ(after(confine_to_reading, [] { return opens("/tmp", O_TMPFILE | O_RDWR); }), 1);
    EXPECT_EQ(after(confine_to_reading, [] { return opens("/dev/null", O_WRONLY); }), 1);
    EXPECT_EQ(after(confine_to_reading, [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : 1; }), 1);
    EXPECT_EQ(after(confine_to_reading, [] { return ::fork() >= 0 ? 0 : 1; }), 1);
    EXPECT_EQ(after(confine_to_reading, [] { return ::kill(::getppid(), 0) == 0 ? 0 : 1; }), 1);
}

TEST(Confined, HasNoMoreMemoryThanItNeeds) {
    EXPECT_EQ(after(nothing_more, [] { return ::mmap(nullptr, 2u << 30, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED ? 0 : 1; }), 1);
}
#endif

TEST(Confined, ToReadingItSeesNoKeysAndNoDatabases) {
    if (!has_landlock()) GTEST_SKIP() << "this kernel has no Landlock";
    EXPECT_EQ(after(confine_to_reading, [] { return opens("/usr/bin/env", O_RDONLY); }), 0);
    for (const char* path : {"/etc/passwd", "/var", "/home", "/proc/self/environ"}) {
        EXPECT_EQ(after(confine_to_reading, [path] { return opens(path, O_RDONLY); }), 1) << path;
    }
}

TEST(Confined, WritesNoFile) {
    EXPECT_EQ(after(nothing_more, [] {
        const int file = ::open("/tmp", O_TMPFILE | O_RDWR, 0600);
        return file >= 0 && ::write(file, "a", 1) == 1 ? 0 : 1;
    }), 1000 + SIGXFSZ);
}

}  // namespace
}  // namespace homeward::inspection

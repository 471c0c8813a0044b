#include "inspection/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>

// The sanitizers' runtime maps terabytes and asks the system for what a reader of files never needs.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HOMEWARD_SANITIZED 1
#endif
#endif

namespace homeward::inspection {
namespace {

void must(bool done, const char* what) {
    if (!done) throw std::runtime_error(std::string("cannot confine the reader of files: ") + what);
}

void limit(__rlimit_resource_t resource, rlim_t value, const char* what) {
    const rlimit both{value, value};
    must(::setrlimit(resource, &both) == 0, what);
}

/// Closes the file system but for what lies under these paths.
void allow_only(std::initializer_list<const char*> readable) {
    // The rights of the first version of Landlock (Linux 5.13); an older kernel has none of it, and the rest must hold.
    constexpr std::uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    constexpr std::uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
    const landlock_ruleset_attr attributes{.handled_access_fs = all};
    const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (rules < 0) {
        must(errno == ENOSYS || errno == EOPNOTSUPP, "landlock");
        return;
    }
    for (const char* path : readable) {
        const int at = ::open(path, O_PATH | O_CLOEXEC);
        if (at < 0) continue;
        struct stat info {};
        const bool folder = ::fstatat(at, "", &info, AT_EMPTY_PATH) == 0 && S_ISDIR(info.st_mode);
        const landlock_path_beneath_attr rule{.allowed_access = folder ? reading : std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE}, .parent_fd = at};
        must(::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0, path);
        ::close(at);
    }
    must(::syscall(SYS_landlock_restrict_self, rules, 0) == 0, "landlock");
    ::close(rules);
}

[[maybe_unused]] int call(const char* name) {
    const int number = seccomp_syscall_resolve_name(name);
    must(number != __NR_SCMP_ERROR, name);
    return number;
}

using Filter = std::unique_ptr<void, void (*)(void*)>;

[[maybe_unused]] Filter filter_with(std::uint32_t otherwise) {
    Filter filter(seccomp_init(otherwise), [](void* context) { seccomp_release(context); });
    must(filter != nullptr, "seccomp");
    return filter;
}

/// Argument `number` of a call, under a mask, is `value`.
[[maybe_unused]] scmp_arg_cmp masked(unsigned number, std::uint64_t mask, std::uint64_t value) {
    return {number, SCMP_CMP_MASKED_EQ, mask, value};
}

}  // namespace

void limit_resources() {
    // Whoever asked is gone: nobody reads the answer.
    must(::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0, "parent");
    must(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "privileges");
    must(::prctl(PR_SET_DUMPABLE, 0) == 0, "dumps");
    limit(RLIMIT_CPU, 20, "time");
    limit(RLIMIT_FSIZE, 0, "files");
    limit(RLIMIT_CORE, 0, "core");
    limit(RLIMIT_NOFILE, 32, "descriptors");
#ifndef HOMEWARD_SANITIZED
    limit(RLIMIT_AS, 1u << 30, "memory");
#endif
}

void confine_to_memory() {
    // The zip library asks for the local time of its parts: from now on that needs no file.
    must(::setenv("TZ", "UTC0", 1) == 0, "time zone");
    ::tzset();
    allow_only({});
#ifndef HOMEWARD_SANITIZED
    const auto filter = filter_with(SCMP_ACT_KILL_PROCESS);
    for (const char* name : {"read", "readv", "pread64", "lseek", "fstat", "newfstatat", "write", "writev", "close", "munmap", "mremap", "brk", "madvise",
                             "exit", "exit_group", "rt_sigreturn", "rt_sigaction", "rt_sigprocmask", "futex", "getrandom", "clock_gettime", "gettimeofday",
                             "getpid", "gettid", "tgkill", "sched_yield", "restart_syscall"}) {
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call(name), 0) == 0, name);
    }
    // Memory for data, never for code.
    for (const char* name : {"mmap", "mprotect"}) {
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call(name), 1, masked(2, PROT_EXEC, 0)) == 0, name);
    }
    must(seccomp_load(filter.get()) == 0, "seccomp");
#endif
}

void confine_to_reading() {
    allow_only({"/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig", "/dev/null", "/dev/urandom"});
#ifndef HOMEWARD_SANITIZED
    const auto filter = filter_with(SCMP_ACT_ALLOW);
    for (const char* name : {"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "ptrace", "process_vm_readv",
                             "process_vm_writev", "kill", "tkill", "fork", "vfork", "clone", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir",
                             "mkdirat", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "truncate",
                             "ftruncate", "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "bpf", "perf_event_open", "keyctl", "add_key",
                             "request_key", "userfaultfd", "creat", "mknod", "mknodat", "init_module", "finit_module", "kexec_load", "pidfd_getfd"}) {
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call(name), 0) == 0, name);
    }
    // Their arguments lie in memory, where a filter cannot look; their callers fall back to the older ones.
    for (const char* name : {"clone3", "openat2", "io_uring_setup", "io_uring_enter", "io_uring_register"}) {
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), call(name), 0) == 0, name);
    }
    for (const unsigned writing : {unsigned{O_WRONLY}, unsigned{O_RDWR}}) {
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call("open"), 1, masked(1, O_ACCMODE, writing)) == 0, "open");
        must(seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call("openat"), 1, masked(2, O_ACCMODE, writing)) == 0, "openat");
    }
    must(seccomp_load(filter.get()) == 0, "seccomp");
#endif
}

}  // namespace homeward::inspection

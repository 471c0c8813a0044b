#include "kept.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <iostream>

#include "instance/instance.h"

namespace homeward::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRun = "run-";  ///< and the process id, and what is measured

double seconds_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Kept installations of as much, which the present sources would not make any more.
void forget_older(const fs::path& kept, const std::string& group, const std::string& key) {
    for (const auto& entry : fs::directory_iterator(kept)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(group) && name != key) fs::remove_all(entry.path());
    }
}

/// Copies of runs that were killed.
void forget_broken_runs(const fs::path& kept) {
    for (const auto& entry : fs::directory_iterator(kept)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kRun) && ::kill(std::atoi(name.c_str() + kRun.size()), 0) != 0) fs::remove_all(entry.path());
    }
}

}  // namespace

KeptCopy::KeptCopy(const fs::path& kept, const std::string& group, const std::string& key, bool fresh,
                   const std::function<void(const fs::path&)>& make)
    : folder_(kept / (std::string(kRun) + std::to_string(::getpid()) + "-" + group)) {
    fs::create_directories(kept);
    // One program makes and copies at a time; whoever comes later finds it made.
    const int lock = ::open((kept / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || ::flock(lock, LOCK_EX) != 0) throw apps::SetUpError("Cannot write into " + kept.string() + ".");
    const fs::path made = kept / key;
    forget_broken_runs(kept);
    if (fresh || !fs::exists(made)) {
        std::cerr << "Making " << made.string() << std::endl;
        // Under another name until it is whole.
        const fs::path growing = kept / (key + ".part");
        fs::remove_all(growing);
        make(growing);
        fs::remove_all(made);
        fs::rename(growing, made);
    }
    forget_older(kept, group, key);
    fs::copy(made, folder_, fs::copy_options::recursive);
    ::close(lock);
}

KeptCopy::~KeptCopy() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Part::Part(std::string what) : what_(std::move(what)), began_(seconds_now()) { std::cerr << "  " << what_ << " …" << std::flush; }

Part::~Part() { std::cerr << " " << static_cast<double>(static_cast<int>((seconds_now() - began_) * 10)) / 10 << " s" << std::endl; }

}  // namespace homeward::bench

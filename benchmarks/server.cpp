#include "server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "client.h"
#include "command.h"

namespace homeward::bench {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

double since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

/// A port that nobody uses now.
std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    ::close(socket);
    if (!found) throw std::runtime_error("there is no free port");
    return ntohs(address.sin_port);
}

double known_mb(pid_t pid, std::string_view name) {
    const auto mb = status_mb(pid, name);
    if (!mb) throw std::runtime_error("the server is gone");
    return *mb;
}

}  // namespace

Server::Server(apps::Config config, const std::filesystem::path& program) : config_(std::move(config)) {
    config_.server.port = free_port();
    write_config(config_);
    const auto began = Clock::now();
    start(program);
    try {
        wait_until_ready();
    } catch (...) {
        stop();
        throw;
    }
    start_seconds_ = since(began);
}

Server::~Server() { stop(); }

void Server::start(const std::filesystem::path& program) {
    const std::string log = (config_.file.parent_path() / "server.log").string();
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("cannot start another process");
    if (pid_ > 0) return;
    // The child: it ends with this program, whatever ends that.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) ::_exit(1);
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(file, 1);
    ::dup2(file, 2);
    ::execl(program.c_str(), program.c_str(), "--config", config_.file.c_str(), nullptr);
    ::_exit(127);
}

void Server::wait_until_ready() {
    for (const auto until = Clock::now() + 60s; Clock::now() < until; std::this_thread::sleep_for(2ms)) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_) {
            pid_ = -1;
            break;
        }
        try {
            if (Client(port()).ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 200) return;
        } catch (const ClientError&) {
            // Nobody listens there yet.
        }
    }
    throw std::runtime_error(config_.kind + ": the server does not become ready: " + last_words());
}

/// The end of what it printed: the folder goes with the run.
std::string Server::last_words() const {
    std::ifstream in(config_.file.parent_path() / "server.log");
    std::string line, last;
    while (std::getline(in, line)) last = line;
    return last.empty() ? "it printed nothing" : last;
}

void Server::stop() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGTERM);
    for (int wait = 0; wait < 1500; ++wait, std::this_thread::sleep_for(10ms)) {
        if (::waitpid(pid_, nullptr, WNOHANG) == pid_) {
            pid_ = -1;
            return;
        }
    }
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

Memory Server::memory() const { return {known_mb(pid_, "VmRSS"), known_mb(pid_, "VmHWM")}; }

void Server::forget_highest() const { std::ofstream("/proc/" + std::to_string(pid_) + "/clear_refs") << "5"; }

double Server::cpu_seconds() const {
    std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
    std::string line;
    std::getline(in, line);
    // Behind the program's name, which may hold anything, the 12th and 13th numbers.
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    double user = 0, system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void evict_from_memory(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);  // what is not on the disk yet cannot be forgotten
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

}  // namespace homeward::bench

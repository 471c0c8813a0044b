#include "probe.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string>

namespace homeward::bench {

std::vector<double> fsync_probe(const std::filesystem::path& folder, int times) {
    const std::string path = (folder / "fsync.probe").string(), block(4096, 'x');
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error("cannot open " + path + ": " + std::strerror(errno));
    std::vector<double> took;
    bool written = true;
    for (int i = 0; i < times && written; ++i) {
        const auto began = std::chrono::steady_clock::now();
        written = ::write(file, block.data(), block.size()) == static_cast<ssize_t>(block.size()) && ::fdatasync(file) == 0;
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    ::close(file);
    std::filesystem::remove(path);
    if (!written) throw std::runtime_error("cannot write " + path);
    return took;
}

}  // namespace homeward::bench

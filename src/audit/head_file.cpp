#include "audit/head_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace homeward::audit {
namespace {

// seq 8, big-endian | hash 32 | HMAC-SHA-512/256 of both 32
constexpr std::size_t kBody = 40, kSize = kBody + crypto_auth_BYTES;

}  // namespace

HeadFile::HeadFile(std::string path, std::array<std::uint8_t, 32> key) : path_(std::move(path)), key_(key) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw std::runtime_error("cannot open " + path_ + ": " + std::strerror(errno));
}

HeadFile::~HeadFile() {
    ::close(file_);
    sodium_memzero(key_.data(), key_.size());
}

void HeadFile::note(const Head& head) {
    std::array<std::uint8_t, kSize> out{};
    for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(head.seq) >> (56 - 8 * i));
    std::copy(head.hash.begin(), head.hash.end(), out.begin() + 8);
    crypto_auth(out.data() + kBody, out.data(), kBody, key_.data());
    if (::pwrite(file_, out.data(), out.size(), 0) != static_cast<ssize_t>(out.size())) {
        throw std::runtime_error("cannot write " + path_ + ": " + std::strerror(errno));
    }
}

std::optional<Head> HeadFile::read(const std::string& path, const std::array<std::uint8_t, 32>& key) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    std::array<std::uint8_t, kSize> in{};
    const auto size = ::read(file, in.data(), in.size());
    ::close(file);
    if (size == 0) return std::nullopt;
    if (size != static_cast<ssize_t>(kSize) || crypto_auth_verify(in.data() + kBody, in.data(), kBody, key.data()) != 0) {
        throw std::runtime_error(path + " was changed by someone who does not hold the key");
    }
    Head head;
    for (std::size_t i = 0; i < 8; ++i) head.seq = head.seq << 8 | in[i];
    std::copy_n(in.begin() + 8, head.hash.size(), head.hash.begin());
    return head;
}

}  // namespace homeward::audit

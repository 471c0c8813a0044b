#include "vault/key_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "base/text.h"

namespace homeward::vault {

Secret::~Secret() { sodium_memzero(bytes.data(), bytes.size()); }

Secret Secret::random() {
    Secret secret;
    randombytes_buf(secret.bytes.data(), secret.bytes.size());
    return secret;
}

Secret Secret::derive(const char (&purpose)[9], std::uint64_t number) const {
    Secret derived;
    crypto_kdf_derive_from_key(derived.bytes.data(), derived.bytes.size(), number, purpose, bytes.data());
    return derived;
}

Secret load_key_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw std::runtime_error("cannot open the key file " + path + ": " + std::strerror(errno));
    struct stat info {};
    char text[66] = {};
    ::fstat(file, &info);
    const auto size = ::read(file, text, sizeof text);
    ::close(file);
    if (info.st_mode & (S_IRWXG | S_IRWXO)) throw std::runtime_error("others may read the key file " + path + ": chmod 600 it");
    const auto bytes = size >= 64 ? from_hex(std::string_view(text, 64)) : std::nullopt;
    sodium_memzero(text, sizeof text);
    if (!bytes || bytes->size() != 32) throw std::runtime_error(path + " is not a key file");
    Secret secret;
    std::copy(bytes->begin(), bytes->end(), secret.bytes.begin());
    return secret;
}

Secret create_key_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw std::runtime_error("cannot create the key file " + path + ": " + std::strerror(errno));
    const Secret secret = Secret::random();
    const std::string text = to_hex(secret.bytes) + "\n";
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) throw std::runtime_error("cannot write the key file " + path);
    return secret;
}

}  // namespace homeward::vault

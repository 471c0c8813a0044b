#include "exchange/keys.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "base/json.h"
#include "exchange/jwk.h"

namespace homeward::exchange {
namespace {

struct KeyFile {
    std::string member;
    PrivateJwk signing;
    PrivateJwk opening;
};
BOOST_DESCRIBE_STRUCT(KeyFile, (), (member, signing, opening))

std::string_view name_of(Curve curve) { return curve == Curve::ed25519 ? "Ed25519" : "X25519"; }

std::string thumbprint(Curve curve, const Key32& key) {
    const std::string members =
        R"({"crv":")" + std::string(name_of(curve)) + R"(","kty":"OKP","x":")" + to_base64url(key) + R"("})";
    return to_base64url(sha256(members));
}

PrivateJwk private_jwk(Curve curve, const SecretKey& d, const Key32& x) {
    return {"OKP", std::string(name_of(curve)), to_base64url(x), to_base64url(d.bytes)};
}

std::optional<SecretKey> from_private(Curve curve, const PrivateJwk& jwk) {
    const auto x = from_jwk(curve, {jwk.kty, jwk.crv, jwk.x});
    const auto d = key_from_base64url(jwk.d);
    if (!x || !d) return std::nullopt;
    SecretKey secret(*d);
    return public_key_of(curve, secret) == *x ? std::optional(secret) : std::nullopt;
}

std::runtime_error failed(const std::string& what, const std::string& path) {
    return std::runtime_error(what + " " + path + ": " + std::strerror(errno));
}

std::string read_own_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw failed("cannot open the exchange key file", path);
    struct stat info {};
    ::fstat(file, &info);
    std::string text(4096, '\0');
    const auto size = ::read(file, text.data(), text.size());
    ::close(file);
    if (info.st_mode & (S_IRWXG | S_IRWXO)) {
        wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
        throw std::runtime_error("others may read the exchange key file " + path + ": chmod 600 it");
    }
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
}

}  // namespace

std::string VerifyKey::kid() const { return thumbprint(Curve::ed25519, x); }
std::string SealKey::kid() const { return thumbprint(Curve::x25519, x); }

SignKey SignKey::from(const SecretKey& d) { return {d, {public_key_of(Curve::ed25519, d)}}; }
OpenKey OpenKey::from(const SecretKey& d) { return {d, {public_key_of(Curve::x25519, d)}}; }

NodeKeys NodeKeys::generate(std::string member) {
    return {std::move(member), SignKey::from(SecretKey::random()), OpenKey::from(SecretKey::random())};
}

PublicJwk to_jwk(Curve curve, const Key32& key) { return {"OKP", std::string(name_of(curve)), to_base64url(key)}; }

std::optional<Key32> key_from_base64url(std::string_view text) {
    const auto bytes = from_base64url(text);
    if (!bytes || bytes->size() != 32) return std::nullopt;
    Key32 key;
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

std::optional<Key32> from_jwk(Curve curve, const PublicJwk& jwk) {
    if (jwk.kty != "OKP" || jwk.crv != name_of(curve)) return std::nullopt;
    return key_from_base64url(jwk.x);
}

void create_key_file(const std::string& path, const NodeKeys& keys) {
    const KeyFile content{keys.member, private_jwk(Curve::ed25519, keys.sign.d, keys.sign.verify.x),
                          private_jwk(Curve::x25519, keys.open.d, keys.open.seal.x)};
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw failed("cannot create the exchange key file", path);
    const std::string text = json::write(content) + "\n";
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) throw failed("cannot write the exchange key file", path);
}

NodeKeys load_key_file(const std::string& path) {
    std::string text = read_own_file(path);
    const auto content = json::read<KeyFile>(text);
    wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
    if (!content) throw std::runtime_error(path + " is not an exchange key file (" + content.error().key + ")");
    const auto sign = from_private(Curve::ed25519, (*content).signing);
    const auto open = from_private(Curve::x25519, (*content).opening);
    if (!sign || !open) throw std::runtime_error(path + " holds a key whose halves do not belong together");
    return {(*content).member, SignKey::from(*sign), OpenKey::from(*open)};
}

}  // namespace homeward::exchange

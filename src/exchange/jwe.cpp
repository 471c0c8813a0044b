#include "exchange/jwe.h"

#include "base/json.h"
#include "exchange/jwk.h"

namespace homeward::exchange {
namespace {

struct JweHeader {
    std::string alg, enc, kid;
    PublicJwk epk;
    std::string apu, apv;
};
BOOST_DESCRIBE_STRUCT(JweHeader, (), (alg, enc, kid, epk, apu, apv))

constexpr std::string_view kAlgorithm = "ECDH-ES+A256KW";
constexpr std::string_view kEncryption = "A256GCM";

std::string encoded(std::string_view text) { return to_base64url(bytes_of(text)); }

SecretKey wrapping_key(const SecretKey& shared, const Parties& parties) {
    return concat_kdf(shared, kAlgorithm, parties.from, parties.to, 256);
}

Result<JweHeader> read_header(std::string_view part) {
    const auto text = from_base64url(part);
    if (!text) return invalid("exchange.malformed", "header");
    auto header = json::read<JweHeader>(text_of(*text));
    if (!header) return invalid("exchange.malformed", "header");
    if (header->alg != kAlgorithm || header->enc != kEncryption) return invalid("exchange.algorithm", "alg");
    return header;
}

template <std::size_t N>
bool read_exactly(std::array<std::uint8_t, N>& out, std::string_view part) {
    const auto bytes = from_base64url(part);
    if (!bytes || bytes->size() != N) return false;
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return true;
}

}  // namespace

std::string seal_jwe(std::string_view plain, const SealKey& key, const Parties& parties) {
    const OpenKey ephemeral = OpenKey::from(SecretKey::random());
    const auto shared = x25519_agree(ephemeral.d, key.x);
    if (!shared) throw std::runtime_error("a member's encryption key is a point of small order");
    const SecretKey content_key = SecretKey::random();
    const JweHeader header{std::string(kAlgorithm), std::string(kEncryption),   key.kid(),
                           to_jwk(Curve::x25519, ephemeral.seal.x), encoded(parties.from), encoded(parties.to)};
    const std::string protected_header = encoded(json::write(header));
    const GcmSealed sealed = gcm_seal(content_key, plain, protected_header);
    return protected_header + "." + to_base64url(aes_wrap(wrapping_key(*shared, parties), content_key)) + "." +
           to_base64url(sealed.nonce) + "." + to_base64url(sealed.text) + "." + to_base64url(sealed.tag);
}

Result<std::string> open_jwe(std::string_view compact, const OpenKey& key, const Parties& parties) {
    const auto parts = split(compact, '.');
    if (parts.size() != 5) return invalid("exchange.malformed");
    const JweHeader header = TRY(read_header(parts[0]));
    if (header.apu != encoded(parties.from) || header.apv != encoded(parties.to)) return invalid("exchange.wrong_parties");
    if (header.kid != key.seal.kid()) return invalid("exchange.stale_key");
    const auto ephemeral = from_jwk(Curve::x25519, header.epk);
    const auto wrapped = from_base64url(parts[1]);
    auto text = from_base64url(parts[3]);
    GcmSealed sealed;
    if (!ephemeral || !wrapped || !text || !read_exactly(sealed.nonce, parts[2]) || !read_exactly(sealed.tag, parts[4])) {
        return invalid("exchange.malformed");
    }
    sealed.text = std::move(*text);
    const auto shared = x25519_agree(key.d, *ephemeral);
    if (!shared) return invalid("exchange.cannot_open");
    const auto content_key = aes_unwrap(wrapping_key(*shared, parties), *wrapped);
    if (!content_key) return invalid("exchange.cannot_open");
    auto plain = gcm_open(*content_key, sealed, parts[0]);
    if (!plain) return invalid("exchange.cannot_open");
    return std::move(*plain);
}

}  // namespace homeward::exchange

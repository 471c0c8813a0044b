#include "exchange/jws.h"

#include "base/json.h"

namespace homeward::exchange {
namespace {

struct JwsHeader {
    std::string alg, typ, kid;
};
BOOST_DESCRIBE_STRUCT(JwsHeader, (), (alg, typ, kid))

constexpr std::string_view kAlgorithm = "Ed25519";

Result<JwsHeader> read_header(std::string_view encoded) {
    const auto text = from_base64url(encoded);
    if (!text) return invalid("exchange.malformed", "header");
    auto header = json::read<JwsHeader>(text_of(*text));
    if (!header) return invalid("exchange.malformed", "header");
    return header;
}

}  // namespace

std::string sign_jws(std::string_view typ, std::string_view payload, const SignKey& key) {
    const JwsHeader header{std::string(kAlgorithm), std::string(typ), key.verify.kid()};
    std::string compact = to_base64url(bytes_of(json::write(header))) + "." + to_base64url(bytes_of(payload));
    const Bytes signature = ed25519_sign(key.d, compact);
    return compact + "." + to_base64url(signature);
}

Result<Signed> verify_jws(std::string_view typ, std::string_view compact, const KeyFinder& find) {
    const auto parts = split(compact, '.');
    if (parts.size() != 3) return invalid("exchange.malformed");
    const JwsHeader header = TRY(read_header(parts[0]));
    if (header.alg != kAlgorithm) return invalid("exchange.algorithm", "alg");
    if (header.typ != typ) return invalid("exchange.wrong_kind", "typ");
    const auto payload = from_base64url(parts[1]);
    const auto signature = from_base64url(parts[2]);
    if (!payload || !signature) return invalid("exchange.malformed");
    const auto key = find(header.kid);
    if (!key) return forbidden("exchange.unknown_sender");
    const auto signed_part = compact.substr(0, parts[0].size() + 1 + parts[1].size());
    if (!ed25519_verify(key->x, signed_part, *signature)) return forbidden("exchange.bad_signature");
    return Signed{header.kid, std::string(text_of(*payload))};
}

std::string claimed_kid(std::string_view compact) {
    const auto header = read_header(compact.substr(0, compact.find('.')));
    return header ? header.value().kid : std::string();
}

}  // namespace homeward::exchange

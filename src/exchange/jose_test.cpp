// The signed and sealed forms against the vectors of their RFCs, and against what an attacker would send.
#include <gtest/gtest.h>

#include "exchange/jwe.h"
#include "exchange/jws.h"

namespace homeward::exchange {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> fixed(const std::optional<Bytes>& bytes) {
    std::array<std::uint8_t, N> out{};
    EXPECT_EQ(bytes.value().size(), N);
    std::copy_n(bytes->begin(), N, out.begin());
    return out;
}
Key32 key_of(std::string_view base64url) { return fixed<32>(from_base64url(base64url)); }
Key32 key_of_hex(std::string_view hex) { return fixed<32>(from_hex(hex)); }
std::string encoded(std::string_view text) { return to_base64url(bytes_of(text)); }

constexpr std::string_view kTyp = "test+jws";
const SignKey kSigner = SignKey::from(SecretKey(key_of("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")));
const OpenKey kReader = OpenKey::from(SecretKey(key_of("dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo")));
const Parties kParties{"uz", "council"};

std::optional<VerifyKey> find_signer(std::string_view kid) {
    return kid == kSigner.verify.kid() ? std::optional(kSigner.verify) : std::nullopt;
}
Result<Signed> verified(std::string_view compact) { return verify_jws(kTyp, compact, find_signer); }

/// A token with any header, signed as it should be.
std::string signed_with_header(std::string_view header, std::string_view payload = "{}") {
    const std::string input = encoded(header) + "." + encoded(payload);
    return input + "." + to_base64url(ed25519_sign(kSigner.d, input));
}
std::string good_header(std::string_view more = "") {
    return R"({"alg":"Ed25519","typ":"test+jws","kid":")" + kSigner.verify.kid() + "\"" + std::string(more) + "}";
}

// RFC 8037, appendix A.1 to A.5.
TEST(Ed25519, SignsAsRfc8037Does) {
    EXPECT_EQ(to_base64url(kSigner.verify.x), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    EXPECT_EQ(kSigner.verify.kid(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    const std::string input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    const std::string signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    EXPECT_EQ(to_base64url(ed25519_sign(kSigner.d, input)), signature);
    EXPECT_TRUE(ed25519_verify(kSigner.verify.x, input, *from_base64url(signature)));
    EXPECT_FALSE(ed25519_verify(kSigner.verify.x, input + "x", *from_base64url(signature)));
}

// RFC 8037, appendix A.6.
TEST(X25519, AgreesAsRfc8037Does) {
    EXPECT_EQ(to_base64url(kReader.seal.x), "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo");
    const auto shared = x25519_agree(kReader.d, key_of("3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08"));
    EXPECT_EQ(to_hex(shared.value().bytes), "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}

TEST(X25519, RefusesPointsOfSmallOrder) {
    EXPECT_FALSE(x25519_agree(kReader.d, Key32{}));
    Key32 one{};
    one[0] = 1;
    EXPECT_FALSE(x25519_agree(kReader.d, one));
    EXPECT_FALSE(x25519_agree(kReader.d, key_of_hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")));
}

// RFC 7518, appendix C: Z there comes from P-256; the derivation is the same.
TEST(ConcatKdf, DerivesAsRfc7518Does) {
    const SecretKey z(fixed<32>(Bytes{158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66,  131, 191, 132, 38, 156,
                                      251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196}));
    const SecretKey derived = concat_kdf(z, "A128GCM", "Alice", "Bob", 128);
    EXPECT_EQ(to_base64url(std::span(derived.bytes).first(16)), "VqqN6vgjbSBcIijNcacQGg");
}

// RFC 3394, §4.6.
TEST(KeyWrap, WrapsAsRfc3394Does) {
    const SecretKey wrapping(key_of_hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    const SecretKey key(key_of_hex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f"));
    const Bytes wrapped = aes_wrap(wrapping, key);
    EXPECT_EQ(to_hex(wrapped), "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
    EXPECT_EQ(aes_unwrap(wrapping, wrapped).value().bytes, key.bytes);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        Bytes changed = wrapped;
        changed[i] ^= 1;
        EXPECT_FALSE(aes_unwrap(wrapping, changed)) << i;
    }
}

TEST(Jws, VerifiesWhatItSigned) {
    const auto result = verified(sign_jws(kTyp, R"({"a":1})", kSigner));
    ASSERT_TRUE(result);
    EXPECT_EQ(result.value().payload, R"({"a":1})");
    EXPECT_EQ(result.value().kid, kSigner.verify.kid());
}

TEST(Jws, RefusesEveryFlippedBitAndEveryCut) {
    const std::string good = sign_jws(kTyp, R"({"a":1})", kSigner);
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = good;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            EXPECT_FALSE(verified(changed)) << i << "/" << bit;
        }
        EXPECT_FALSE(verified(good.substr(0, i))) << i;
    }
}

TEST(Jws, RefusesTrailingAndLeadingJunk) {
    const std::string good = sign_jws(kTyp, "{}", kSigner);
    for (const char* junk : {"\n", " ", "=", ".", "A", "\0"}) {
        EXPECT_FALSE(verified(good + std::string(junk, 1))) << junk;
        EXPECT_FALSE(verified(std::string(junk, 1) + good)) << junk;
    }
}

TEST(Jws, RefusesOtherAlgorithmsEvenWhenTheSignatureHolds) {
    for (const char* algorithm : {"none", "HS256", "EdDSA", "ES256", "ed25519", ""}) {
        const std::string header = R"({"alg":")" + std::string(algorithm) + R"(","typ":"test+jws","kid":")" + kSigner.verify.kid() + "\"}";
        EXPECT_EQ(verified(signed_with_header(header)).error().key, "exchange.algorithm") << algorithm;
    }
    EXPECT_FALSE(verified(encoded(R"({"alg":"none"})") + "." + encoded("{}") + "."));
}

TEST(Jws, RefusesEveryHeaderItDoesNotNeed) {
    EXPECT_TRUE(verified(signed_with_header(good_header())));
    for (const char* more : {R"(,"jku":"https://example.org/keys")", R"(,"x5u":"https://example.org")", R"(,"jwk":{})",
                             R"(,"crit":["exp"])", R"(,"crit":[])", R"(,"b64":false)", R"(,"x5c":[])", R"(,"zip":"DEF")",
                             R"(,"alg":"Ed25519")"}) {
        EXPECT_EQ(verified(signed_with_header(good_header(more))).error().key, "exchange.malformed") << more;
    }
}

TEST(Jws, RefusesAnotherKindAndAnotherKey) {
    EXPECT_EQ(verify_jws("other+jws", sign_jws(kTyp, "{}", kSigner), find_signer).error().key, "exchange.wrong_kind");
    EXPECT_EQ(verified(sign_jws(kTyp, "{}", SignKey::from(SecretKey::random()))).error().key, "exchange.unknown_sender");
    // Another key under the name of the one we know.
    const std::string input = encoded(good_header()) + "." + encoded("{}");
    const std::string forged = input + "." + to_base64url(ed25519_sign(SecretKey::random(), input));
    EXPECT_EQ(verified(forged).error().key, "exchange.bad_signature");
}

TEST(Jwe, OpensWhatItSealed) {
    for (const std::string& text : {std::string(), std::string("{}"), std::string(200'000, 'x')}) {
        const std::string sealed = seal_jwe(text, kReader.seal, kParties);
        EXPECT_EQ(open_jwe(sealed, kReader, kParties).value(), text);
    }
}

TEST(Jwe, IsNewEachTimeAndShowsNothing) {
    const std::string once = seal_jwe("a text to hide", kReader.seal, kParties);
    const std::string again = seal_jwe("a text to hide", kReader.seal, kParties);
    const auto a = split(once, '.');
    const auto b = split(again, '.');
    for (std::size_t part = 0; part < 5; ++part) EXPECT_NE(a[part], b[part]) << part;
    EXPECT_EQ(once.find(encoded("a text to hide")), std::string::npos);
}

TEST(Jwe, RefusesEveryFlippedBitAndEveryCut) {
    const std::string good = seal_jwe("{}", kReader.seal, kParties);
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = good;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            EXPECT_FALSE(open_jwe(changed, kReader, kParties)) << i << "/" << bit;
        }
        EXPECT_FALSE(open_jwe(good.substr(0, i), kReader, kParties)) << i;
    }
    EXPECT_FALSE(open_jwe(good + ".", kReader, kParties));
    EXPECT_FALSE(open_jwe(good + "\n", kReader, kParties));
}

TEST(Jwe, IsBoundToItsPartiesAndItsKey) {
    const std::string sealed = seal_jwe("{}", kReader.seal, kParties);
    EXPECT_EQ(open_jwe(sealed, kReader, {"kz", "council"}).error().key, "exchange.wrong_parties");
    EXPECT_EQ(open_jwe(sealed, kReader, {"uz", "kz"}).error().key, "exchange.wrong_parties");
    EXPECT_EQ(open_jwe(sealed, OpenKey::from(SecretKey::random()), kParties).error().key, "exchange.stale_key");
}

TEST(Jwe, RefusesASecondNameForTheParties) {
    // The header may be rewritten by anyone; the derivation of the key may not.
    const std::string sealed = seal_jwe("{}", kReader.seal, kParties);
    const auto parts = split(sealed, '.');
    std::string header(text_of(*from_base64url(parts[0])));
    header.replace(header.find(encoded("uz")), encoded("uz").size(), encoded("kz"));
    const std::string moved = encoded(header) + sealed.substr(parts[0].size());
    EXPECT_EQ(open_jwe(moved, kReader, {"kz", "council"}).error().key, "exchange.cannot_open");
}

}  // namespace
}  // namespace homeward::exchange

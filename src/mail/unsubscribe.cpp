#include "mail/unsubscribe.h"

#include <sodium.h>

#include "base/text.h"
#include "mail/texts.h"

namespace homeward::mail {
namespace {

constexpr std::size_t kIdBytes = 16;

}  // namespace

Links::Links(std::string public_url, const vault::Secret& installation_key)
    : public_url_(std::move(public_url)), signing_(installation_key.derive("mailstop")) {}

// base64url of: account 16 | kind | HMAC-SHA-512-256 of both 32
std::string Links::token(const Subscription& subscription) const {
    Bytes bytes(subscription.account.uuid.begin(), subscription.account.uuid.end());
    bytes.insert(bytes.end(), subscription.kind.begin(), subscription.kind.end());
    std::array<std::uint8_t, crypto_auth_BYTES> mac;
    crypto_auth(mac.data(), bytes.data(), bytes.size(), signing_.bytes.data());
    bytes.insert(bytes.end(), mac.begin(), mac.end());
    return to_base64url(bytes);
}

std::string Links::stop(const Subscription& subscription) const { return public_url_ + "/unsubscribe?token=" + token(subscription); }

std::optional<Subscription> Links::read(std::string_view token) const {
    const auto bytes = token.size() > 200 ? std::nullopt : from_base64url(token);
    if (!bytes || bytes->size() <= kIdBytes + crypto_auth_BYTES) return std::nullopt;
    const std::size_t said = bytes->size() - crypto_auth_BYTES;
    if (crypto_auth_verify(bytes->data() + said, bytes->data(), said, signing_.bytes.data()) != 0) return std::nullopt;
    Subscription subscription;
    std::copy_n(bytes->begin(), kIdBytes, subscription.account.uuid.begin());
    subscription.kind.assign(bytes->begin() + kIdBytes, bytes->begin() + static_cast<std::ptrdiff_t>(said));
    // A kind of letter that an older program sent and this one does not know any more.
    if (!is_kind(subscription.kind)) return std::nullopt;
    return subscription;
}

}  // namespace homeward::mail

#pragma once
// Links in letters. One that unsubscribes works without signing in: it is signed, so that nobody can make one for another.

#include <optional>
#include <string>

#include "access/accounts.h"
#include "vault/key_file.h"

namespace homeward::mail {

/// Which letters one link stops.
struct Subscription {
    access::AccountId account;
    std::string kind;
};

class Links {
public:
    /// public_url   of the installation, without a slash at its end
    Links(std::string public_url, const vault::Secret& installation_key);

    std::string to(const std::string& path) const { return public_url_ + path; }
    std::string choose() const { return public_url_ + "/mail-preferences"; }
    /// Works for as long as the installation keeps its key: a mail lies around for years.
    std::string stop(const Subscription& subscription) const;
    std::string token(const Subscription& subscription) const;
    /// Nothing for a token that this installation did not make.
    std::optional<Subscription> read(std::string_view token) const;

private:
    std::string public_url_;
    vault::Secret signing_;
};

}  // namespace homeward::mail

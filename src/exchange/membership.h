#pragma once
// Who takes part: the members of the region, where they are reached, and the public halves of their keys.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exchange/keys.h"

namespace homeward::exchange {

/// One program of the region.
///
/// id         `uz`, `council`: a small letter, then small letters, digits and hyphens; at most 32 in all
/// name       as shown to people
/// base_url   `https://host[:port]`, or http on this machine; nothing behind it
struct Member {
    std::string id;
    std::string name;
    std::string base_url;
    VerifyKey verify;
    SealKey seal;
};

bool is_member_id(std::string_view text);

/// The members, as the manifest `region.json` lists them. Messages go to these addresses and to no other.
class Membership {
public:
    /// errors    invalid: those of `json::read`; `exchange.bad_member` with the field, for a bad id, address or key,
    ///           or one that two members share
    static Result<Membership> parse(std::string_view manifest);
    /// Throws std::runtime_error with one sentence when the file is missing or not a manifest.
    static Membership load(const std::filesystem::path& path);
    static Result<Membership> of(std::vector<Member> members);

    const std::vector<Member>& members() const { return members_; }
    /// Null when there is none.
    const Member* find(std::string_view id) const;
    const Member* find_by_kid(std::string_view verify_kid) const;

    /// The manifest.
    std::string str() const;

private:
    std::vector<Member> members_;
    std::vector<std::string> kids_;  ///< of members_, in their order
};

/// Where one member of a new region will live.
///
/// directory   receives `exchange_keys.json`, mode 0600, and `region.json`
struct MemberPlace {
    std::string id;
    std::string name;
    std::string base_url;
    std::filesystem::path directory;
};

/// Makes keys for each member and gives each the manifest of all. For demo regions and tests: in a real region each
/// member makes its own keys, and the manifest is put together from their public halves.
/// Throws std::runtime_error when a directory cannot be written or has keys already.
/// errors    those of `Membership::of`
Done make_region(const std::vector<MemberPlace>& places);

}  // namespace homeward::exchange

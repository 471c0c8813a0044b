#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace homeward::access {

struct AccountTag;
using AccountId = Id<AccountTag>;

/// What a person does here. The first group signs in to a State's node, the second to the Council, `admin` and
/// `data_protection_officer` to both. No role exists for police or security services, and none may be added:
/// the separation is a promise, not a setting.
enum class Role {
    social_worker, supervisor, psychologist, civil_registry,
    provider,  ///< staff of a school, a clinic, a labour office, a civil society body: sees what was referred to it
    coordinator,
    secretariat, focal_point, expert, observer,
    data_protection_officer, admin,
    system,  ///< a program acting by itself or for a peer; nobody signs in as this
    guest,   ///< a request without a session: holds no right at all
};
std::string_view name_of(Role role);
std::optional<Role> role_from(std::string_view name);

/// Who acts, for the length of one request.
struct Actor {
    AccountId id;
    Role role = Role::system;
    std::string username;
    std::string name;      ///< of the member of staff, as shown to colleagues
    std::string language;  ///< of the interface, BCP 47
    std::string region;    ///< the region this member of staff works in; empty: the whole State
    std::string member;    ///< at the Council: the State or body this person speaks for; empty for the secretariat. Of `provider`: its id
    bool approves_own_work = false;  ///< a right of its own, off unless given to the account

    /// A program acting by itself (`system`) or for a member of the region (`member:uz`).
    static Actor program(std::string name);
    /// Whoever asks without being signed in.
    static Actor guest();
    /// How the log names this actor.
    std::string log_name() const;
};

}  // namespace homeward::access

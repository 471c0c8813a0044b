#pragma once

#include <string>
#include <vector>

#include "access/permission.h"
#include "access/work.h"

namespace homeward::access {

struct NewAccount {
    std::string username;
    std::string name;
    Role role = Role::social_worker;
    std::string language = "en";
    std::string region;
    std::string member;
    std::string password;
};

/// Makes an account.
///
/// password  at least 12 characters
/// errors    invalid `account.username`, `account.password_short`, `account.role`; conflict `account.exists`;
///           forbidden without manage_accounts
Result<AccountId> create_account(Work& work, const NewAccount& account);

/// The language in which letters reach an account, and its pages where a device has chosen none. Only one's own.
/// errors    forbidden `access.not_allowed`; invalid `account.language`: en, ru, uz, kk, ky, tg or tk
Done set_language(Work& work, AccountId id, std::string_view language);

/// Lets an account approve what it submitted itself, or no longer: for a district where only one supervisor works.
/// Every such approval is marked as one's own, in the record and in the log.
/// errors    forbidden without manage_accounts; not_found; conflict `account.own`: nobody gives it to themselves
Done set_approves_own_work(Work& work, AccountId id, bool may_now);

/// Ends all sessions of an account and lets it sign in no more. Who manages accounts may, and for focal points, experts
/// and observers also the secretariat and whoever speaks for the same member: they can close, never open.
/// errors    forbidden; not_found; conflict `account.own`: nobody locks out themselves
Done disable_account(Work& work, AccountId id);
bool may_disable(const Actor& actor, const Actor& account);

Result<Actor> get_account(store::Connection& db, AccountId id);
/// Accounts that may sign in, by role and region; both may be empty for any.
std::vector<Actor> list_accounts(store::Connection& db, std::optional<Role> role, std::string_view region);

/// Makes an account whose password is made here, said once and must be changed at the first sign-in.
/// returns   the password, good for kOneTimeDays
/// errors    those of create_account
struct Invited {
    AccountId id;
    std::string password;
};
constexpr int kOneTimeDays = 14;
Result<Invited> invite_account(Work& work, NewAccount account);
/// A new password of that kind in place of the old one; ends its sessions.
/// errors    forbidden without manage_accounts; not_found; conflict `account.closed`
Result<std::string> renew_password(Work& work, AccountId id);

/// Argon2id, 32 MiB and five passes.
std::string hash_password(std::string_view password);

std::vector<store::Migration> schema();

}  // namespace homeward::access

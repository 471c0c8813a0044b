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

/// Ends all sessions of an account and lets it sign in no more.
Done disable_account(Work& work, AccountId id);

Result<Actor> get_account(store::Connection& db, AccountId id);
/// Accounts that may sign in, by role and region; both may be empty for any.
std::vector<Actor> list_accounts(store::Connection& db, std::optional<Role> role, std::string_view region);

/// Argon2id, 32 MiB and five passes.
std::string hash_password(std::string_view password);

std::vector<store::Migration> schema();

}  // namespace homeward::access

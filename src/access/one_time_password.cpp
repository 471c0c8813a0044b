#include <sodium.h>

#include "access/accounts.h"

namespace homeward::access {
namespace {

/// Twenty letters and digits in groups, without those that look alike: 99 bits.
std::string make_password() {
    constexpr std::string_view kSigns = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0) password += '-';
        password += kSigns[randombytes_uniform(kSigns.size())];
    }
    return password;
}

void expect_change(Work& work, AccountId id) {
    work.db.run("INSERT INTO one_time_passwords (account_id, expires_at) VALUES ($1, $2)"
                " ON CONFLICT (account_id) DO UPDATE SET expires_at = excluded.expires_at", id, work.now.plus_days(kOneTimeDays));
}

}  // namespace

Result<Invited> invite_account(Work& work, NewAccount account) {
    account.password = make_password();
    const auto id = TRY(create_account(work, account));
    expect_change(work, id);
    return Invited{id, account.password};
}

Result<std::string> renew_password(Work& work, AccountId id) {
    TRY(require(work.actor, Permission::manage_accounts));
    TRY(get_account(work.db, id));
    if (work.db.query("SELECT 1 FROM accounts WHERE id = $1 AND disabled_at IS NOT NULL", id).next()) return conflict("account.closed");
    const std::string password = make_password();
    work.db.run("UPDATE accounts SET password_hash = $2 WHERE id = $1", id, hash_password(password));
    work.db.run("DELETE FROM sessions WHERE account_id = $1", id);
    expect_change(work, id);
    work.record({"account.password_renewed", "account", id.str()});
    return password;
}

}  // namespace homeward::access

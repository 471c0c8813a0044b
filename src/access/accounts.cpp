#include "access/accounts.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "base/languages.h"

namespace homeward::access {
namespace {

// 32 MiB, so that a sign-in beside a full register stays within the server's 150 MB; the passes pay for what
// libsodium's usual 64 MiB with two would ask more of a guesser's memory. OWASP asks 46 MiB and one pass, or 19 and two.
constexpr std::size_t kMemory = 32u << 20;
constexpr unsigned long long kPasses = 5;

constexpr const char* kColumns =
    "id, username, name, role, language, region, member,"
    " EXISTS (SELECT 1 FROM account_rights r WHERE r.account_id = accounts.id AND r.\"right\" = 'approve_own_work')";

Actor actor_of(const store::Row& row) {
    Actor actor;
    actor.id = row.get<AccountId>(0);
    actor.username = row.text(1);
    actor.name = row.text(2);
    actor.role = role_from(row.text(3)).value_or(Role::system);
    actor.language = row.text(4);
    actor.region = row.text(5);
    actor.member = row.text(6);
    actor.approves_own_work = row.get<bool>(7);
    if (actor.role == Role::system) throw std::runtime_error("an account has an unknown role");
    return actor;
}

bool username_ok(std::string_view username) {
    return username.size() >= 2 && username.size() <= 64 && std::all_of(username.begin(), username.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

}  // namespace

std::string hash_password(std::string_view password) {
    char out[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(out, password.data(), password.size(), kPasses, kMemory) != 0) {
        throw std::bad_alloc();
    }
    return out;
}

Result<AccountId> create_account(Work& work, const NewAccount& account) {
    TRY(require(work.actor, Permission::manage_accounts));
    if (!username_ok(account.username)) return invalid("account.username", "username");
    if (length_of(account.password) < 12) return invalid("account.password_short", "password", {{"least", "12"}});
    if (account.role == Role::system || account.role == Role::guest) return invalid("account.role", "role");
    if (work.db.query("SELECT 1 FROM accounts WHERE username = $1", account.username).next()) return conflict("account.exists");
    const auto id = AccountId::make(work.now);
    work.db.run("INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                id, account.username, account.name, name_of(account.role), account.language, account.region, account.member,
                hash_password(account.password), work.now);
    work.record({"account.created", "account", id.str(), {}, {{"role", std::string(name_of(account.role))}}});
    return id;
}

Done set_language(Work& work, AccountId id, std::string_view language) {
    if (id != work.actor.id) return forbidden("access.not_allowed");
    if (!is_language(language)) return invalid("account.language", "language");
    const int changed = work.db.run("UPDATE accounts SET language = $2 WHERE id = $1 AND language <> $2 AND disabled_at IS NULL", id, language);
    if (changed > 0) work.record({"account.language", "account", id.str(), {}, {{"language", std::string(language)}}});
    return {};
}

Done set_approves_own_work(Work& work, AccountId id, bool may_now) {
    TRY(require(work.actor, Permission::manage_accounts));
    const Actor account = TRY(get_account(work.db, id));
    if (id == work.actor.id) return conflict("account.own");
    if (account.approves_own_work == may_now) return {};
    if (may_now) {
        work.db.run("INSERT INTO account_rights (account_id, \"right\", given_by, given_at) VALUES ($1, 'approve_own_work', $2, $3)", id,
                    work.actor.id, work.now);
    } else {
        work.db.run("DELETE FROM account_rights WHERE account_id = $1 AND \"right\" = 'approve_own_work'", id);
    }
    work.record({"account.right", "account", id.str(), {}, {{"right", "approve_own_work"}, {"on", may_now ? "yes" : "no"}}});
    return {};
}

bool may_disable(const Actor& actor, const Actor& account) {
    if (may(actor, Permission::manage_accounts)) return true;
    if (account.role != Role::focal_point && account.role != Role::expert && account.role != Role::observer) return false;
    return may(actor, Permission::edit_council) ||
           (may(actor, Permission::speak_for_member) && !account.member.empty() && actor.member == account.member);
}

Done disable_account(Work& work, AccountId id) {
    const Actor account = TRY(get_account(work.db, id));
    if (!may_disable(work.actor, account)) return forbidden("access.not_allowed");
    if (id == work.actor.id) return conflict("account.own");
    work.db.run("UPDATE accounts SET disabled_at = $2 WHERE id = $1", id, work.now);
    work.db.run("DELETE FROM sessions WHERE account_id = $1", id);
    work.record({"account.disabled", "account", id.str()});
    return {};
}

Result<Actor> get_account(store::Connection& db, AccountId id) {
    auto query = db.query(std::string("SELECT ") + kColumns + " FROM accounts WHERE id = $1", id);
    if (!query.next()) return not_found("account.not_found");
    return actor_of(query.row());
}

std::vector<Actor> list_accounts(store::Connection& db, std::optional<Role> role, std::string_view region) {
    std::vector<Actor> found;
    for (const auto row : db.query(std::string("SELECT ") + kColumns + " FROM accounts WHERE disabled_at IS NULL"
                                   " AND ($1 = '' OR role = $1) AND ($2 = '' OR region = $2) ORDER BY username",
                                   role ? name_of(*role) : "", region)) {
        found.push_back(actor_of(row));
    }
    return found;
}

}  // namespace homeward::access

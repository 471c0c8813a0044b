#include "access/sessions.h"

#include <sodium.h>

#include <algorithm>

namespace homeward::access {
namespace {

constexpr std::size_t kMostFailures = 10;
constexpr std::int64_t kWindowMs = 15 * 60 * 1000;

std::string random_token() {
    std::array<std::uint8_t, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return to_base64url(bytes);
}

std::string hash_of(std::string_view token) { return to_hex(sha256(token)); }

struct Stored {
    Actor actor;
    std::string password_hash;
    std::optional<Instant> one_time_until;
};

Result<Stored> find_by_username(Work& work, std::string_view username) {
    auto query = work.db.query("SELECT a.id, a.password_hash, o.expires_at FROM accounts a LEFT JOIN one_time_passwords o ON o.account_id = a.id"
                               " WHERE a.username = $1 AND a.disabled_at IS NULL", username);
    if (!query.next()) return not_found("account.not_found");
    return Stored{TRY(get_account(work.db, query.row().get<AccountId>(0))), query.row().get<std::string>(1),
                  query.row().get<std::optional<Instant>>(2)};
}

/// What a right password still needs before it opens anything.
Done check_change(const Stored& stored, std::string_view password, std::string_view new_password, Instant now) {
    if (stored.one_time_until && *stored.one_time_until < now) return unauthenticated("session.one_time_over");
    if (stored.one_time_until && new_password.empty()) return conflict("session.new_password");
    if (new_password.empty()) return {};
    if (length_of(new_password) < 12) return invalid("account.password_short", "new_password", {{"least", "12"}});
    if (new_password == password) return invalid("account.password_same", "new_password");
    return {};
}

void change_password(Work& work, AccountId id, const std::string& hash) {
    work.db.run("UPDATE accounts SET password_hash = $2 WHERE id = $1", id, hash);
    work.db.run("DELETE FROM one_time_passwords WHERE account_id = $1", id);
    work.db.run("DELETE FROM sessions WHERE account_id = $1", id);
    work.record({"account.password_changed", "account", id.str()});
}

bool password_matches(const std::string& hash, std::string_view password) {
    // One check takes 32 MiB: one at a time, so that many tries at once do not fill a small server's memory.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace

bool SignInLimit::too_many(const std::string& key, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = failures_.find(key);
    if (found == failures_.end()) return false;
    std::erase_if(found->second, [&](Instant at) { return at.ms + kWindowMs < now.ms; });
    if (found->second.empty()) failures_.erase(found);
    else return found->second.size() >= kMostFailures;
    return false;
}

void SignInLimit::failed(const std::string& key, Instant now) {
    const std::lock_guard lock(mutex_);
    // A flood of invented names must not fill the memory.
    if (failures_.size() > 10'000) failures_.clear();
    failures_[key].push_back(now);
}

void SignInLimit::succeeded(const std::string& key) {
    const std::lock_guard lock(mutex_);
    failures_.erase(key);
}

Result<SignedIn> sign_in(Works& works, SignInLimit& limit, std::string_view username, std::string_view password,
                         std::string_view address, std::string_view new_password) {
    const std::string by_name = "account:" + std::string(username), by_address = "address:" + std::string(address);
    if (limit.too_many(by_name, works.now()) || limit.too_many(by_address, works.now())) return too_many("session.wait");

    static const std::string kNobody = hash_password(random_token());
    const Actor guest = Actor::program("sign-in");
    const auto stored = works.read<Stored>(guest, [&](Work& work) { return find_by_username(work, username); });
    const bool right = password_matches(stored ? stored->password_hash : kNobody, password);
    if (!stored || !right) {
        limit.failed(by_name, works.now());
        limit.failed(by_address, works.now());
        return unauthenticated("session.wrong");
    }
    limit.succeeded(by_name);
    TRY(check_change(*stored, password, new_password, works.now()));
    const std::string new_hash = new_password.empty() ? "" : hash_password(new_password);

    return works.write<SignedIn>(stored->actor, [&](Work& work) -> Result<SignedIn> {
        SignedIn in{{stored->actor, random_token(), work.now}, random_token()};
        if (!new_hash.empty()) change_password(work, stored->actor.id, new_hash);
        work.db.run("DELETE FROM sessions WHERE created_at < $1", work.now.plus_seconds(-kSessionHours * 3600));
        work.db.run("INSERT INTO sessions (token_hash, account_id, csrf_token, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)",
                    hash_of(in.token), stored->actor.id, in.session.csrf_token, work.now);
        work.record({"session.started", "account", stored->actor.id.str()});
        return in;
    });
}

Result<Session> find_session(store::Connection& db, std::string_view token, Instant now) {
    if (token.empty()) return unauthenticated("session.none");
    auto query = db.query("SELECT s.account_id, s.csrf_token, s.created_at, s.last_seen_at FROM sessions s"
                          " JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND a.disabled_at IS NULL",
                          hash_of(token));
    if (!query.next()) return unauthenticated("session.none");
    const auto row = query.row();
    const Instant created = row.get<Instant>(2), seen = row.get<Instant>(3);
    if (created.plus_seconds(kSessionHours * 3600) < now || seen.plus_seconds(kSessionIdleMinutes * 60) < now) {
        return unauthenticated("session.ended");
    }
    return Session{TRY(get_account(db, row.get<AccountId>(0))), row.get<std::string>(1), seen};
}

void touch_session(Work& work, std::string_view token) {
    work.db.run("UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1", hash_of(token), work.now);
}

void sign_out(Work& work, std::string_view token) {
    if (work.db.run("DELETE FROM sessions WHERE token_hash = $1", hash_of(token)) > 0) {
        work.record({"session.ended", "account", work.actor.id.str()});
    }
}

}  // namespace homeward::access

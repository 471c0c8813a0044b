#pragma once

#include <map>
#include <mutex>

#include "access/accounts.h"
#include "access/works.h"

namespace homeward::access {

constexpr int kSessionIdleMinutes = 15;
constexpr int kSessionHours = 10;

struct Session {
    Actor actor;
    std::string csrf_token;
    Instant last_seen_at;
};

/// Someone who has just signed in. `token` goes into the cookie and is kept nowhere here.
struct SignedIn {
    Session session;
    std::string token;
};

/// Slows down guessing: ten wrong passwords in 15 minutes, for one account or from one address, and the next
/// tries must wait. Nobody is locked out for good.
class SignInLimit {
public:
    bool too_many(const std::string& key, Instant now);
    void failed(const std::string& key, Instant now);
    void succeeded(const std::string& key);

private:
    std::mutex mutex_;
    std::map<std::string, std::vector<Instant>> failures_;
};

/// Signs in. Takes as long for an unknown name as for a wrong password, and answers the same.
/// Not to be called from a job: it checks the password outside of any transaction.
///
/// new_password  takes the old one's place; empty for none
/// errors    unauthenticated `session.wrong`, `session.one_time_over`; too_many `session.wait`;
///           conflict `session.new_password` when a one-time password was used without a new one;
///           invalid `account.password_short`, `account.password_same`
Result<SignedIn> sign_in(Works& works, SignInLimit& limit, std::string_view username, std::string_view password,
                         std::string_view address, std::string_view new_password = {});
/// errors    unauthenticated `session.none`, `session.ended`
Result<Session> find_session(store::Connection& db, std::string_view token, Instant now);
/// Notes that a session is in use; the edge calls this at most once a minute for each.
void touch_session(Work& work, std::string_view token);
void sign_out(Work& work, std::string_view token);

}  // namespace homeward::access

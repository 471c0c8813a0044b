#include "access/accounts.h"
#include "council/members/member_routes.h"
#include "council/members/members_json.h"
#include "mail/post.h"

namespace homeward::council {
namespace {

using access::AccountId;
using access::Permission;
using access::Role;
using access::Work;
using http::Reply;
using http::Request;

/// sign_in   password, one_time (nobody has signed in with it yet), closed
struct AccountLine {
    AccountId id;
    std::string username, name, role, member, language, sign_in;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(AccountLine, (), (id, username, name, role, member, language, sign_in, created_at))
struct AccountsBody {
    std::vector<AccountLine> items;
    std::optional<std::string> next;
    std::vector<AppointmentBody> wanted;
};
BOOST_DESCRIBE_STRUCT(AccountsBody, (), (items, next, wanted))
struct AccountInput {
    std::string username, name, role, language;
    std::optional<std::string> member;
    std::optional<AppointmentId> appointment_id;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(AccountInput, (), (username, name, role, language, member, appointment_id, address))
struct LinkInput {
    AccountId account_id;
};
BOOST_DESCRIBE_STRUCT(LinkInput, (), (account_id))
/// The password is in this reply and nowhere else.
struct PasswordBody {
    AccountId id;
    std::string username, password;
    int days = access::kOneTimeDays;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (id, username, password, days))

bool of_the_council(Role role) {
    return role == Role::secretariat || role == Role::focal_point || role == Role::expert || role == Role::observer || role == Role::admin;
}

Result<Reply> list(Work& work, const Request& request) {
    TRY(access::require(work.actor, Permission::manage_accounts));
    const int limit = TRY(http::int_query(request, "limit", 50, 1, 200)), offset = TRY(http::int_query(request, "cursor", 0, 0, 1'000'000));
    AccountsBody body;
    for (const auto row : work.db.query("SELECT a.id, a.username, a.name, a.role, a.member, a.language,"
                                        " CASE WHEN a.disabled_at IS NOT NULL THEN 'closed' WHEN o.account_id IS NOT NULL THEN 'one_time' ELSE 'password' END,"
                                        " a.created_at FROM accounts a LEFT JOIN one_time_passwords o ON o.account_id = a.id"
                                        " WHERE $1 = '' OR instr(a.username, lower($1)) > 0 OR instr(lower(a.name), lower($1)) > 0"
                                        " ORDER BY a.disabled_at IS NOT NULL, a.username LIMIT $2 OFFSET $3",
                                        request.query("q").value_or(""), limit + 1, offset)) {
        if (body.items.size() == static_cast<std::size_t>(limit)) {
            body.next = std::to_string(offset + limit);
            break;
        }
        body.items.push_back({row.get<AccountId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                              row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6), row.get<Instant>(7)});
    }
    for (const auto& each : without_account(work.db)) body.wanted.push_back(appointment_body(work, each, language_of(work, request)));
    return http::ok(body);
}

Result<Reply> invite(Work& work, const Request& request) {
    const auto in = TRY(http::body_as<AccountInput>(request));
    const auto role = access::role_from(in.role);
    if (!role || !of_the_council(*role)) return invalid("account.role", "role");
    const std::string member = in.member.value_or("");
    // Only a focal point needs one; whoever serves the Council as a whole has none.
    const bool speaks = *role == Role::focal_point;
    if ((speaks && member.empty()) || (!member.empty() && !is_body(work.db, member))) return invalid("account.member", "member");
    if ((*role == Role::secretariat || *role == Role::admin) && !member.empty()) return invalid("account.member", "member");
    if (trim(in.name).empty() || length_of(in.name) > 200) return invalid("account.name", "name");
    const auto made = TRY(access::invite_account(work, {in.username, in.name, *role, in.language, "", member, ""}));
    if (in.address) TRY(mail::set_address(work, made.id, *in.address));
    if (in.appointment_id) TRY(link_account(work, *in.appointment_id, made.id));
    return http::ok(PasswordBody{made.id, in.username, made.password});
}

}  // namespace

void account_routes(http::Router& router, const Program&) {
    router.read("GET", "/api/accounts", list);
    router.write("POST", "/api/accounts", invite);
    router.write("POST", "/api/accounts/{account_id}/password", [](Work& work, const Request& request) -> Result<Reply> {
        const auto id = TRY(http::id_of<AccountId>(request, "account_id"));
        const std::string password = TRY(access::renew_password(work, id));
        return http::ok(PasswordBody{id, TRY(access::get_account(work.db, id)).username, password});
    });
    router.write("POST", "/api/accounts/{account_id}/closing", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(access::require(work.actor, Permission::manage_accounts));
        TRY(access::disable_account(work, TRY(http::id_of<AccountId>(request, "account_id"))));
        return http::no_content();
    });
    router.write("POST", "/api/appointments/{appointment_id}/account", [](Work& work, const Request& request) -> Result<Reply> {
        const auto in = TRY(http::body_as<LinkInput>(request));
        TRY(link_account(work, TRY(http::id_of<AppointmentId>(request, "appointment_id")), in.account_id));
        return http::no_content();
    });
}

}  // namespace homeward::council

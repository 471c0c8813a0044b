#include "access/permission.h"
#include "access/program_for_tests.h"
#include "access/sessions.h"

namespace homeward::access {
namespace {

struct AccessTest : ProgramTest {
    SignInLimit limit;
    AccountId worker;

    AccessTest() : ProgramTest(Instant{1'700'000'000'000}, {}) {
        worker = *works->write<AccountId>(system, [](Work& work) {
            return create_account(work, {"worker", "A social worker", Role::social_worker, "en", "north", "", "long enough secret"});
        });
    }
    Result<Session> session(const std::string& token) {
        return works->read<Session>(Actor::program("edge"), [&](Work& work) { return find_session(work.db, token, now); });
    }
};

TEST_F(AccessTest, SignsInAndEndsAfterIdleOrAbsoluteTime) {
    const auto in = sign_in(*works, limit, "worker", "long enough secret", "127.0.0.1");
    ASSERT_TRUE(in);
    EXPECT_EQ(session(in->token)->actor.id, worker);
    EXPECT_FALSE(session("forged"));
    now = now.plus_seconds(14 * 60);
    (void)works->write<void>(in->session.actor, [&](Work& work) -> Done { touch_session(work, in->token); return {}; });
    now = now.plus_seconds(14 * 60);
    EXPECT_TRUE(session(in->token));
    now = now.plus_seconds(2 * 60);
    EXPECT_EQ(session(in->token).error().key, "session.ended");
}

TEST_F(AccessTest, AnUnknownNameAndAWrongPasswordAnswerTheSame) {
    EXPECT_EQ(sign_in(*works, limit, "nobody", "x", "a").error(), sign_in(*works, limit, "worker", "x", "a").error());
}

TEST_F(AccessTest, GuessingMustWaitButNeverForGood) {
    for (int i = 0; i < 10; ++i) (void)sign_in(*works, limit, "worker", "guess", "address " + std::to_string(i));
    EXPECT_EQ(sign_in(*works, limit, "worker", "long enough secret", "b").error().code, ErrorCode::too_many);
    now = now.plus_seconds(16 * 60);
    EXPECT_TRUE(sign_in(*works, limit, "worker", "long enough secret", "b"));
}

TEST_F(AccessTest, DisablingAnAccountEndsItsSessions) {
    const auto in = sign_in(*works, limit, "worker", "long enough secret", "a");
    (void)works->write<void>(Actor::program("system"), [&](Work& work) { return disable_account(work, worker); });
    EXPECT_FALSE(session(in->token));
    EXPECT_FALSE(sign_in(*works, limit, "worker", "long enough secret", "a"));
}

TEST_F(AccessTest, OneChoosesTheLanguageOfOnesOwnAccountAlone) {
    const auto in = sign_in(*works, limit, "worker", "long enough secret", "a");
    const auto choose = [&](const Actor& actor, std::string_view language) {
        return works->write<void>(actor, [&](Work& work) { return set_language(work, worker, language); });
    };
    EXPECT_EQ(session(in->token)->actor.language, "en");
    EXPECT_TRUE(choose(in->session.actor, "ru"));
    EXPECT_EQ(session(in->token)->actor.language, "ru");
    EXPECT_EQ(leaves("account.language"), 1);
    EXPECT_TRUE(choose(in->session.actor, "ru"));
    EXPECT_EQ(leaves("account.language"), 1) << "nothing changed";
    for (const char* none : {"", "de", "RU", "ru "}) EXPECT_EQ(choose(in->session.actor, none).error().key, "account.language") << none;
    EXPECT_EQ(choose(Actor::program("system"), "uz").error().code, ErrorCode::forbidden) << "of somebody else";
    EXPECT_EQ(session(in->token)->actor.language, "ru");
}

TEST_F(AccessTest, AOneTimePasswordOpensNothingButTheChoiceOfANewOne) {
    const auto invited = works->write<Invited>(Actor::program("system"), [](Work& work) {
        return invite_account(work, {"focal.kg", "Focal point", Role::focal_point, "en", "", "kg", ""});
    });
    ASSERT_TRUE(invited);
    const auto enter = [&](const std::string& password, const char* chosen) { return sign_in(*works, limit, "focal.kg", password, "127.0.0.1", chosen); };
    EXPECT_EQ(enter("a wrong password", "a better password").error().key, "session.wrong");
    EXPECT_EQ(enter(invited->password, "").error().key, "session.new_password");
    EXPECT_EQ(enter(invited->password, "too short").error().key, "account.password_short");
    EXPECT_EQ(enter(invited->password, invited->password.c_str()).error().key, "account.password_same");
    EXPECT_EQ(leaves("session.started"), 0);
    EXPECT_TRUE(enter(invited->password, "a password of my own"));
    EXPECT_EQ(enter(invited->password, "").error().key, "session.wrong");
    EXPECT_TRUE(enter("a password of my own", ""));
}

TEST_F(AccessTest, AOneTimePasswordIsOverAfterItsDaysAndARenewedOneEndsSessions) {
    const auto in = sign_in(*works, limit, "worker", "long enough secret", "127.0.0.1");
    const auto password = works->write<std::string>(Actor::program("system"), [&](Work& work) { return renew_password(work, worker); });
    ASSERT_TRUE(password);
    EXPECT_FALSE(session(in->token));
    EXPECT_EQ(sign_in(*works, limit, "worker", "long enough secret", "127.0.0.1").error().key, "session.wrong");
    now = now.plus_days(kOneTimeDays).plus_seconds(1);
    EXPECT_EQ(sign_in(*works, limit, "worker", *password, "127.0.0.1", "a password of my own").error().key, "session.one_time_over");
}

TEST_F(AccessTest, AccountsOfMembersCloseByTheSecretariatOrTheirOwnAndNobodyClosesTheirOwn) {
    const auto make = [&](const char* name, Role role, const char* member) {
        return *works->write<Actor>(Actor::program("system"), [&](Work& work) -> Result<Actor> {
            return get_account(work.db, TRY(create_account(work, {name, name, role, "en", "", member, "long enough secret"})));
        });
    };
    const Actor secretariat = make("secretariat", Role::secretariat, ""), admin = make("admin", Role::admin, "");
    const Actor kg = make("focal.kg", Role::focal_point, "kg"), kg2 = make("alternate.kg", Role::focal_point, "kg"), uz = make("focal.uz", Role::focal_point, "uz");
    const auto close = [&](const Actor& actor, const Actor& account) {
        const auto done = works->write<void>(actor, [&](Work& work) { return disable_account(work, account.id); });
        return done ? std::string("closed") : done.error().key;
    };
    EXPECT_EQ(close(uz, kg2), "access.not_allowed");
    EXPECT_EQ(close(kg, kg), "account.own");
    EXPECT_EQ(close(secretariat, admin), "access.not_allowed");
    EXPECT_EQ(close(kg, secretariat), "access.not_allowed");
    EXPECT_EQ(close(kg, kg2), "closed");
    EXPECT_EQ(close(secretariat, kg), "closed");
    EXPECT_EQ(close(admin, secretariat), "closed");
    EXPECT_EQ(close(admin, admin), "account.own");
}

TEST_F(AccessTest, ARefusalIsNotedAndItsChangesAreTakenBack) {
    const Actor actor = *works->read<Actor>(Actor::program("x"), [&](Work& work) { return get_account(work.db, worker); });
    const auto refused = works->write<AccountId>(actor, [](Work& work) -> Result<AccountId> {
        work.record({"should.vanish", "x", "1"});
        return create_account(work, {"other", "Other", Role::admin, "en", "", "", "long enough secret"});
    });
    EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
    (void)works->write<void>(actor, [](Work&) -> Done { return {}; });
    EXPECT_EQ(leaves("should.vanish"), 0);
    EXPECT_EQ(leaves("access.refused"), 1);
}

TEST_F(AccessTest, WeakPasswordsAndOddNamesAreRefused) {
    const auto make = [&](NewAccount account) {
        return works->write<AccountId>(Actor::program("system"), [&](Work& work) { return create_account(work, account); });
    };
    EXPECT_EQ(make({"a b", "x", Role::admin, "en", "", "", "long enough secret"}).error().field, "username");
    EXPECT_EQ(make({"ab", "x", Role::admin, "en", "", "", "short"}).error().field, "password");
    EXPECT_EQ(make({"worker", "x", Role::admin, "en", "", "", "long enough secret"}).error().code, ErrorCode::conflict);
}

TEST(Permissions, WhatIsNotListedIsRefused) {
    Actor registry;
    registry.role = Role::civil_registry;
    EXPECT_TRUE(permissions_of(registry).empty());
    EXPECT_EQ(require(registry, Permission::read_case).error().key, "access.not_allowed");
}

TEST(Permissions, ReachIsHeldAgainstTheRelation) {
    Actor worker{AccountId::make({1}), Role::social_worker, "w", "", "en", "north", ""};
    Actor supervisor{AccountId::make({2}), Role::supervisor, "s", "", "en", "north", ""};
    EXPECT_TRUE(require(worker, Permission::read_case, {"south", worker.id}));
    EXPECT_EQ(require(worker, Permission::read_case, {"north", supervisor.id}).error().key, "access.not_yours");
    EXPECT_FALSE(require(worker, Permission::read_case, {"north", std::nullopt}));
    EXPECT_TRUE(require(supervisor, Permission::approve_plan, {"north", worker.id}));
    EXPECT_FALSE(require(supervisor, Permission::approve_plan, {"south", worker.id}));
    supervisor.region.clear();
    EXPECT_FALSE(require(supervisor, Permission::approve_plan, {"", worker.id}));
}

TEST(Permissions, NoRoleOfTheCouncilReachesARecord) {
    for (const Role role : {Role::secretariat, Role::focal_point, Role::expert, Role::observer, Role::admin}) {
        Actor actor;
        actor.role = role;
        for (const Permission p : {Permission::list_register, Permission::read_person, Permission::read_case, Permission::export_register}) {
            EXPECT_FALSE(may(actor, p)) << name_of(role) << " " << name_of(p);
        }
    }
}

}  // namespace
}  // namespace homeward::access

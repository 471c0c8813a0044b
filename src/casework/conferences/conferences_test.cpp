#include "casework/casework_fixture.h"
#include "casework/conferences/conference.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct ConferencesTest : CaseworkFixture {
    Actor psychologist = staff("psychologist", Role::psychologist, "UZ-FA"), provider = staff("provider", Role::provider, "");

    std::vector<Participant> everybody() const { return {{worker.id, {}}, {psychologist.id, {}}, {{}, OutsideRole::school_teacher}}; }
    Result<ConferenceId> plan(const Actor& actor) {
        return act<ConferenceId>(actor, [&](Work& work) { return plan_conference(work, file, work.today().plus_days(3), "School after the holidays", everybody()); });
    }
    Result<Conference> open(const Actor& actor, ConferenceId id) {
        return act<Conference>(actor, [&](Work& work) { return read_conference(work, id); });
    }
    Done hold(ConferenceId id, std::vector<AgreedTask> agreed, int version = 1) {
        return act<void>(worker, [&](Work& work) { return write_minutes(work, id, {version, work.today(), "She may visit the class first.", {true, true, false}, agreed}); });
    }
};

TEST_F(ConferencesTest, WhoWasInvitedSeesThisConferenceAndNothingElse) {
    const auto id = *plan(worker);
    EXPECT_EQ(open(psychologist, id)->topics, "School after the holidays");
    EXPECT_EQ(open(provider, id).error().key, "conference.not_found");
    EXPECT_EQ(open(other_worker, id).error().key, "access.not_yours");
    EXPECT_EQ(act<CaseFile>(psychologist, [&](Work& work) { return require_case(work, file, access::Permission::read_case); }).error().key, "access.not_yours");
    EXPECT_TRUE(has_task(psychologist, "conference"));
    EXPECT_EQ(plan(other_worker).error().key, "access.not_yours");
}

TEST_F(ConferencesTest, WhatWasAgreedWaitsForItsOwnerUntilItIsDoneOrDropped) {
    const auto id = *plan(worker);
    now = now.plus_days(3);
    const AgreedTask talk{{}, psychologist.id, Date::of(now).plus_days(7), "Talk with the class teacher"};
    EXPECT_EQ(hold(id, {{{}, other_worker.id, talk.due_on, "x"}}).error().key, "conference.task_owner");
    EXPECT_EQ(hold(id, {talk}, 2).error().key, "edit.changed_meanwhile");
    ASSERT_TRUE(hold(id, {talk}));
    EXPECT_TRUE(has_task(psychologist, "conference_task"));
    const auto task = open(psychologist, id)->tasks.at(0).id;
    const auto close = [&](const Actor& actor, bool done, const char* why) { return act<void>(actor, [&](Work& work) { return close_agreed_task(work, task, done, why); }); };
    EXPECT_FALSE(close(other_worker, true, ""));
    EXPECT_EQ(close(psychologist, false, "").error().key, "conference.reason_needed");
    ASSERT_TRUE(close(psychologist, false, "The teacher is on leave."));
    EXPECT_FALSE(has_task(psychologist, "conference_task"));
    EXPECT_EQ(close(worker, true, "").error().key, "conference.task_closed");
    EXPECT_EQ(open(worker, id)->tasks.at(0).reason, "The teacher is on leave.");
}

TEST_F(ConferencesTest, MinutesArePrintedAndLieSealed) {
    const auto id = *plan(worker);
    ASSERT_TRUE(hold(id, {}));
    const auto pdf = *act<std::string>(worker, [&](Work& work) -> Result<std::string> { return minutes_pdf(work, TRY(get_conference(work, id)), "UZ-1", "ru"); });
    EXPECT_TRUE(pdf.starts_with("%PDF"));
    EXPECT_EQ(number("SELECT count(*) FROM case_conferences WHERE instr(minutes_sealed, CAST('the class' AS BLOB)) > 0"), 0);
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return cancel_conference(work, id, 2, "x"); }).error().key, "conference.not_planned");
}

}  // namespace
}  // namespace homeward::casework

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

TEST_F(ConferencesTest, NobodyOfAProviderReadsWhatIsSaidThere) {
    const auto id = *plan(worker);
    const auto invited = act<ConferenceId>(worker, [&](Work& work) { return plan_conference(work, file, work.today(), "School", {{provider.id, {}}}); });
    EXPECT_EQ(invited ? "" : invited.error().key, "conference.participant");
    run("UPDATE conference_participants SET account_id = '" + provider.id.str() + "' WHERE account_id = '" + psychologist.id.str() + "'");
    EXPECT_EQ(open(provider, id).error().key, "conference.not_found") << "nor by an invitation of before";
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

TEST_F(ConferencesTest, APlannedOneIsMovedAndItsPeopleChangedInTheVersionThatWasSeen) {
    const auto id = *plan(worker);
    const auto change = [&](const Actor& actor, int version, std::vector<Participant> people_there) {
        return act<void>(actor, [&](Work& work) { return change_conference(work, id, version, work.today().plus_days(9), "School, and a doctor", people_there); });
    };
    EXPECT_EQ(change(other_worker, 1, everybody()).error().key, "access.not_yours");
    EXPECT_EQ(change(worker, 2, everybody()).error().key, "edit.changed_meanwhile");
    ASSERT_TRUE(change(worker, 1, {{supervisor.id, {}}, {{}, OutsideRole::doctor}}));
    const auto moved = *open(supervisor, id);
    EXPECT_EQ(moved.planned_on, Date::of(now).plus_days(9));
    EXPECT_EQ(moved.version, 2);
    EXPECT_EQ(open(psychologist, id).error().key, "access.not_yours") << "who is no longer invited sees it no more";
    const auto changes = *act<std::vector<history::Change>>(supervisor, [&](Work& work) {
        return history::changes_of(work, person.uuid, std::vector{history::Compartment::record}, id.str(), {}, 10);
    });
    const auto who = std::ranges::find(changes, "participants", &history::Change::field);
    ASSERT_NE(who, changes.end());
    EXPECT_EQ(who->before, worker.id.str() + "," + psychologist.id.str() + ",school_teacher");
    EXPECT_EQ(who->after, supervisor.id.str() + ",doctor");
    EXPECT_EQ(std::ranges::count(changes, "planned_on", &history::Change::field), 1);
}

TEST_F(ConferencesTest, AListTellsOnesOwnPageByPage) {
    const auto first = *plan(worker);
    const auto second = *act<ConferenceId>(worker, [&](Work& work) {
        return plan_conference(work, file, work.today().plus_days(1), "Sooner", {{supervisor.id, {}}});
    });
    const auto list = [&](const Actor& actor, ConferenceState state, std::optional<ConferenceId> after = {}, int limit = 10) {
        return *act<ConferenceLines>(actor, [&](Work& work) -> Result<ConferenceLines> { return my_conferences(work, state, after, limit); });
    };
    const auto all = list(worker, ConferenceState::planned);
    ASSERT_EQ(all.items.size(), 2u) << "the worker of the file was invited to one of them only";
    EXPECT_EQ(all.items[0].id, second) << "soonest first";
    const auto page = list(worker, ConferenceState::planned, {}, 1);
    ASSERT_TRUE(page.next);
    const auto rest = list(worker, ConferenceState::planned, page.next, 1);
    ASSERT_EQ(rest.items.size(), 1u);
    EXPECT_EQ(rest.items[0].id, first);
    EXPECT_FALSE(rest.next);
    EXPECT_EQ(list(psychologist, ConferenceState::planned).items.size(), 1u);
    EXPECT_TRUE(list(other_worker, ConferenceState::planned).items.empty());
    now = now.plus_days(3);
    ASSERT_TRUE(hold(first, {{{}, psychologist.id, Date::of(now).plus_days(7), "Talk with the class teacher"}}));
    EXPECT_EQ(list(psychologist, ConferenceState::held).items.at(0).mine_open, 1);
    EXPECT_EQ(list(worker, ConferenceState::held).items.at(0).mine_open, 0);
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

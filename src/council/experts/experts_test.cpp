#include "council/audience.h"
#include "council/council_fixture.h"
#include "council/experts/invitation.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct ExpertsTest : CouncilTest {
    Actor expert = account("expert", Role::expert), other = account("other", Role::expert), observer = account("observer", Role::observer);

    static Expert a_profile() {
        return {{}, {}, "Expert in psychosocial support", "A university", "uz", {"psychosocial", "children"}, {"ru", "uz"}, "Groups for mothers.", true, false,
                Date{2024, 6, 1}, Date{2024, 12, 31}, 1};
    }
    ExpertId own() {
        return *act<ExpertId>(expert, [&](Work& work) { return add_expert(work, a_profile()); });
    }
    std::string consent(const Actor& actor, ExpertId id, const char* to_what, const char* paper = "") {
        const auto done = act<void>(actor, [&](Work& work) { return give_consent(work, id, {to_what, work.today(), paper, {}}); });
        return done ? "given" : done.error().key;
    }
    std::string withdraw(const Actor& actor, ExpertId id, const char* to_what) {
        const auto done = act<void>(actor, [&](Work& work) { return withdraw_consent(work, id, to_what); });
        return done ? "withdrawn" : done.error().key;
    }
    /// Who gets at the profile: page, list and search say the same.
    std::string readers(ExpertId id) {
        std::string who;
        const std::pair<const char*, Actor> all[] = {{"s", secretariat}, {"e", expert}, {"x", other}, {"o", observer}, {"g", Actor::guest()}};
        for (const auto& [letter, actor] : all) {
            const bool page = works->read<Expert>(actor, [&](Work& work) { return get_expert(work, id); }).has_value();
            const auto listed = *works->read<std::size_t>(actor, [&](Work& work) -> Result<std::size_t> { return TRY(list_experts(work, {})).size(); });
            EXPECT_EQ(listed, page ? 1u : 0u) << letter;
            store->read([&](store::Connection& db) {
                search::Question question;
                question.text = "psychosocial";
                question.reader = words_of(actor);
                question.kind = "expert";
                EXPECT_EQ(search::find(db, question)->hits.size(), page ? 1u : 0u) << letter;
            });
            if (page) who += letter;
        }
        return who;
    }
    Result<InvitationId> invite(ExpertId id, const char* kind, const std::string& thing) {
        return act<InvitationId>(secretariat, [&](Work& work) {
            return invite_expert(work, {{}, id, "", kind, thing, "A thing", "Please come.", work.today().plus_days(10), work.now, "", "", {}});
        });
    }
    std::string state_interests_as(const Actor& actor, ExpertId id, const Statement& statement) {
        const auto done = act<void>(actor, [&](Work& work) { return state_interests(work, id, statement); });
        return done ? "stated" : done.error().key;
    }
    std::string thing() {
        const auto id = SessionId::make(now).str();
        (void)act<void>(system, [&](Work& work) -> Done { set_audience(work, "session", id, {"signed_in"}); set_audience(work, "practice", id, {"signed_in"}); return {}; });
        return id;
    }
};

TEST_F(ExpertsTest, NobodyIsShownWithoutConsentAndNobodyPublicWithoutASecondOne) {
    const auto id = own();
    EXPECT_EQ(readers(id), "se");
    EXPECT_EQ(consent(other, id, "listing"), "expert.not_found");
    EXPECT_EQ(consent(expert, id, "publicity"), "expert.listing_first");
    EXPECT_EQ(consent(expert, id, "listing"), "given");
    EXPECT_EQ(readers(id), "sexo");
    EXPECT_EQ(consent(expert, id, "publicity"), "given");
    EXPECT_EQ(readers(id), "sexog");
    EXPECT_EQ(withdraw(other, id, "listing"), "access.not_allowed");
    EXPECT_EQ(withdraw(expert, id, "publicity"), "withdrawn");
    EXPECT_EQ(readers(id), "sexo");
    EXPECT_EQ(consent(expert, id, "publicity"), "given");
    EXPECT_EQ(withdraw(expert, id, "listing"), "withdrawn");
    EXPECT_EQ(readers(id), "se");
    EXPECT_EQ(number("SELECT count(*) FROM expert_consents"), 3);
}

TEST_F(ExpertsTest, TheSecretariatRecordsConsentFromASignedPaperOnly) {
    const auto id = *act<ExpertId>(secretariat, [&](Work& work) { return add_expert(work, a_profile()); });
    EXPECT_EQ(consent(secretariat, id, "listing"), "council.text_missing");
    EXPECT_EQ(consent(secretariat, id, "listing", "Letter of 2 May 2024"), "given");
    EXPECT_EQ(consent(secretariat, id, "listing", "Letter of 2 May 2024"), "expert.consent_given");
    EXPECT_EQ(act<void>(secretariat, [&](Work& work) { return give_consent(work, id, {"publicity", {2024, 5, 15}, "A letter", {}}); }).error().key, "expert.future");
}

TEST_F(ExpertsTest, AnExpertHasOneProfileAndChangesNoOther) {
    const auto id = own();
    EXPECT_EQ(act<ExpertId>(expert, [&](Work& work) { return add_expert(work, a_profile()); }).error().key, "expert.exists");
    EXPECT_EQ(act<ExpertId>(observer, [&](Work& work) { return add_expert(work, a_profile()); }).error().key, "access.not_allowed");
    Expert changed = a_profile();
    changed.id = id;
    changed.fields = {"housing"};
    const auto edit = [&](const Actor& actor, int version) {
        changed.version = version;
        const auto done = act<void>(actor, [&](Work& work) { return edit_expert(work, changed); });
        return done ? "changed" : done.error().key;
    };
    EXPECT_EQ(edit(other, 1), "expert.not_found");
    ASSERT_EQ(consent(expert, id, "listing"), "given");
    EXPECT_EQ(edit(other, 1), "access.not_allowed");
    EXPECT_EQ(edit(expert, 1), "changed");
    EXPECT_EQ(edit(secretariat, 1), "expert.changed");
    EXPECT_EQ(edit(secretariat, 2), "changed");
    changed.fields = {"spying"};
    EXPECT_EQ(edit(expert, 3), "expert.fields");
}

TEST_F(ExpertsTest, TheRosterFindsByFieldLanguageWayAndFreeDays) {
    ASSERT_EQ(consent(expert, own(), "listing"), "given");
    const auto found = [&](RosterQuestion question) {
        return *works->read<std::size_t>(observer, [&](Work& work) -> Result<std::size_t> { return TRY(list_experts(work, question)).size(); });
    };
    EXPECT_EQ(found({.words = "психосоциал"}), 0u);
    EXPECT_EQ(found({.words = "GROUPS mothers"}), 1u);
    EXPECT_EQ(found({.field = "children"}), 1u);
    EXPECT_EQ(found({.field = "housing"}), 0u);
    EXPECT_EQ(found({.language = "uz"}), 1u);
    EXPECT_EQ(found({.language = "u"}), 0u);
    EXPECT_EQ(found({.mode = "on_site"}), 0u);
    EXPECT_EQ(found({.free_from = Date{2024, 7, 1}, .free_to = Date{2024, 7, 5}}), 1u);
    EXPECT_EQ(found({.free_from = Date{2024, 12, 30}, .free_to = Date{2025, 1, 2}}), 0u);
    EXPECT_EQ(found({.free_from = Date{2024, 5, 30}}), 0u);
}

TEST_F(ExpertsTest, AStatementHoldsForAYearAndAReviewNeedsOne) {
    const auto id = own();
    const auto practice = thing();
    EXPECT_EQ(invite(id, "practice", practice).error().key, "expert.not_listed");
    ASSERT_EQ(consent(expert, id, "listing"), "given");
    EXPECT_EQ(invite(id, "practice", practice).error().key, "expert.no_statement");
    EXPECT_EQ(state_interests_as(expert, id, {{2024, 5, 14}, true, "", ""}), "council.text_missing");
    EXPECT_EQ(state_interests_as(expert, id, {{2024, 5, 15}, false, "", ""}), "expert.future");
    EXPECT_EQ(state_interests_as(secretariat, id, {{2024, 5, 14}, false, "", ""}), "council.text_missing");
    EXPECT_EQ(state_interests_as(expert, id, {{2024, 5, 14}, false, "", ""}), "stated");
    store->read([&](store::Connection& db) {
        EXPECT_TRUE(statement_holds(db, id, {2025, 5, 13}));
        EXPECT_FALSE(statement_holds(db, id, {2025, 5, 14}));
        EXPECT_FALSE(statement_holds(db, id, {2024, 5, 13}));
    });
    EXPECT_TRUE(invite(id, "practice", practice));
    now = now.plus_days(366);
    EXPECT_EQ(invite(id, "practice", thing()).error().key, "expert.no_statement");
    EXPECT_TRUE(invite(id, "session", thing()));
}

TEST_F(ExpertsTest, AnInvitationIsAnsweredOnceByTheExpertOrForThem) {
    const auto id = own();
    ASSERT_EQ(consent(expert, id, "listing"), "given");
    const auto session = thing();
    EXPECT_EQ(invite(id, "session", SessionId::make(now).str()).error().key, "invitation.no_such_thing");
    EXPECT_EQ(invite(id, "wedding", session).error().key, "invitation.no_such_thing");
    const auto invitation = *invite(id, "session", session);
    EXPECT_EQ(invite(id, "session", session).error().key, "invitation.open");
    const auto answer = [&](const Actor& actor, const char* what, const char* reason) {
        const auto done = act<void>(actor, [&](Work& work) { return answer_invitation(work, invitation, what, reason); });
        return done ? what : done.error().key;
    };
    EXPECT_EQ(answer(other, "accepted", ""), "invitation.not_found");
    EXPECT_EQ(answer(expert, "declined", ""), "council.text_missing");
    EXPECT_EQ(answer(expert, "maybe", ""), "invitation.answer");
    EXPECT_EQ(answer(expert, "declined", "Teaching in that week."), "declined");
    EXPECT_EQ(answer(expert, "accepted", ""), "invitation.answered");
    EXPECT_TRUE(invite(id, "session", session));
}

TEST_F(ExpertsTest, VettingNotesAreForTheSecretariatAlone) {
    const auto id = own();
    const auto note = [&](const Actor& actor) { return act<void>(actor, [&](Work& work) { return note_vetting(work, id, "References were asked."); }); };
    EXPECT_EQ(note(expert).error().key, "access.not_allowed");
    EXPECT_TRUE(note(secretariat));
    EXPECT_EQ(works->read<std::vector<Vetting>>(expert, [&](Work& work) { return vettings_of(work, id); }).error().key, "access.not_allowed");
    EXPECT_EQ(works->read<std::vector<Vetting>>(secretariat, [&](Work& work) { return vettings_of(work, id); })->size(), 1u);
}

}  // namespace
}  // namespace homeward::council

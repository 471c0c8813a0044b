#include "services/referrals/referral.h"
#include "people/circle.h"
#include "people/consents/consents.h"
#include "services/referrals/slip.h"
#include "services/services_fixture.h"

namespace homeward::services {
namespace {

namespace consents = people::consents;

struct ReferralsTest : ServicesTest {
    Actor teacher, clinic, psychologist, registry;
    OrderId order_id;
    ReferralsTest() {
        teacher = provider_staff("teacher", school);
        clinic = provider_staff("clinic", office);
        psychologist = staff("psychologist", Role::psychologist, "UZ-FA");
        registry = staff("registry", Role::civil_registry, "UZ-FA");
        (void)act<people::NamingId>(supervisor, [&](Work& work) { return people::name_in_circle(work, person, psychologist.id, people::CirclePart::psychologist); });
        order_id = *order(worker);
    }
    Actor provider_staff(const std::string& name, ProviderId provider) { return account(name, Role::provider, provider.str()); }

    consents::ConsentId consent(const std::string& answer, std::vector<std::string> withheld = {}) {
        consents::NewConsent given;
        given.purpose = consents::Purpose::referral;
        given.answer = answer;
        given.source = "individual";
        given.how = "spoken";
        given.given_on = Date::of(now);
        given.withheld = std::move(withheld);
        if (!given.withheld.empty()) given.withheld_why = "asked so";
        return *act<consents::ConsentId>(worker, [&](Work& work) { return consents::record_consent(work, person, given); });
    }
    Result<ReferralId> send(const std::string& way = "inside", ReferralContent words = {{"class_level", "3"}, {"needs_support", "yes"}, {"worker_contact", "room 4"}}) {
        return act<ReferralId>(worker, [&](Work& work) { return send_referral(work, order_id, way, words); });
    }
    Result<Referral> received(const Actor& actor, ReferralId id) {
        return act<Referral>(actor, [&](Work& work) { return received_referral(work, id); });
    }
    Result<void> answer(const Actor& actor, ReferralId id, int version, const ReferralAnswer& given) {
        return act<void>(actor, [&](Work& work) { return answer_referral(work, id, version, given); });
    }
};

TEST_F(ReferralsTest, NothingIsSharedUnaskedAndNobodyIsRefusedHelpForIt) {
    const auto draft = *act<ReferralDraft>(worker, [&](Work& work) { return draft_referral(work, order_id); });
    EXPECT_EQ(draft.consent, "consent.missing");
    EXPECT_TRUE(draft.inside);
    EXPECT_EQ(send().error().key, "consent.missing");
    consent("refused");
    EXPECT_EQ(send().error().key, "consent.refused");
    EXPECT_EQ(send("slip").error().key, "consent.refused");
    EXPECT_EQ(number("SELECT count(*) FROM disclosures"), 0);
    // The order stands; the person carries the paper, or it names nobody.
    EXPECT_EQ(service(0).order->state, "ordered");
    const auto carried = *send("carried");
    EXPECT_EQ(number("SELECT count(*) FROM disclosures"), 0);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return revoke_referral(work, carried, 1); }));
    const auto nameless = *send("nameless");
    const auto content = act<Referral>(worker, [&](Work& work) { return sent_referral(work, nameless); })->content;
    EXPECT_FALSE(content.contains("name") || content.contains("age") || content.contains("born_on") || content.contains("phone"));
    EXPECT_TRUE(act<void>(worker, [&](Work& work) { return deliver_order(work, order_id, 1, work.today(), ""); }));
}

TEST_F(ReferralsTest, NoWordOfItsWriterTellsWhereSomebodyCameBackFrom) {
    consent("given");
    for (const auto& way : {"inside", "slip", "carried", "nameless"}) {
        EXPECT_EQ(send(way, {{"needs_support", "came back from Syria last year"}}).error().key, "referral.says_origin") << way;
        EXPECT_EQ(send(way, {{"class_level", "третий, репатриирован"}}).error().field, "words/class_level") << way;
    }
    EXPECT_EQ(send("inside", {{"needs_support", "mother is a terrorist"}}).error().key, "referral.word");
    EXPECT_TRUE(send("inside", {{"needs_support", "language and reading"}}));
}

TEST_F(ReferralsTest, WhatEachRoleSeesOfOne) {
    consent("given");
    const auto id = *send();
    struct Row {
        const char* who;
        const Actor& actor;
        bool as_receiver, as_sender;
    };
    const Row rows[] = {
        {"staff of the school", teacher, true, false},      {"staff of another body", clinic, false, false},
        {"the person's worker", worker, false, true},       {"their supervisor", supervisor, false, true},
        {"another worker", other_worker, false, false},     {"the person's psychologist", psychologist, false, false},
        {"a registry clerk", registry, false, false},       {"a coordinator", coordinator, false, false},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(received(row.actor, id).has_value(), row.as_receiver) << row.who;
        EXPECT_EQ(act<Referral>(row.actor, [&](Work& work) { return sent_referral(work, id); }).has_value(), row.as_sender) << row.who;
        EXPECT_EQ(act<std::vector<Referral>>(row.actor, [&](Work& work) { return referrals_of(work, file); }).has_value(), row.as_sender) << row.who;
        const auto before = leaves("referrals.received_read");
        const auto list = act<ReferralPage>(row.actor, [](Work& work) { return received_referrals(work, false, std::nullopt, 25); });
        if (list && !row.actor.member.empty()) EXPECT_EQ(leaves("referrals.received_read"), before + 1) << row.who;
        EXPECT_EQ(list.has_value() && !list->items.empty(), row.as_receiver) << row.who;
    }
    EXPECT_EQ(received(clinic, id).error().code, ErrorCode::not_found) << "another body learns not even that it exists";
}

TEST_F(ReferralsTest, ASchoolSeesWhatASchoolNeeds) {
    consent("given", {"education"});
    const auto withheld = received(teacher, *send())->content;
    EXPECT_FALSE(withheld.contains("class_level")) << "what the person keeps back is left out";
    EXPECT_EQ(withheld.at("name"), "Family Given");
    for (const auto& [field, text] : withheld) {
        EXPECT_TRUE(field == "name" || field == "born_on" || field == "worker" || field == "worker_contact" || field == "language_support" || field == "needs_support") << field;
        EXPECT_EQ(text.find("mehr"), std::string::npos);
    }
    EXPECT_EQ(text("SELECT what FROM disclosures"), "identity,needs");
}

TEST_F(ReferralsTest, OneOfAnotherServiceCannotBeFilledIn) {
    consent("given");
    EXPECT_EQ(send("inside", {{"household_size", "5"}}).error().field, "words/household_size");
    EXPECT_EQ(send("pigeon").error().field, "way");
    ASSERT_TRUE(send());
    EXPECT_EQ(send().error().key, "referral.exists");
}

TEST_F(ReferralsTest, ItIsAcceptedAndDoneOrRefusedWithAReason) {
    consent("given");
    const auto id = *send();
    EXPECT_EQ(answer(teacher, id, 1, {"done", "given", ""}).error().key, "referral.not_accepted");
    EXPECT_EQ(answer(clinic, id, 1, {"accept", "", ""}).error().code, ErrorCode::not_found);
    EXPECT_EQ(answer(worker, id, 1, {"accept", "", ""}).error().code, ErrorCode::not_found);
    ASSERT_TRUE(answer(teacher, id, 1, {"accept", "", ""}));
    EXPECT_EQ(answer(teacher, id, 1, {"done", "given", ""}).error().key, "edit.changed_meanwhile");
    EXPECT_EQ(answer(teacher, id, 2, {"done", "cured", ""}).error().field, "code");
    ASSERT_TRUE(answer(teacher, id, 2, {"done", "given", "In class 3."}));
    EXPECT_TRUE(waits_for(worker, "referral_done"));
    EXPECT_EQ(answer(teacher, id, 3, {"refuse", "no_place", ""}).error().key, "referral.answered");
    EXPECT_EQ(act<Referral>(worker, [&](Work& work) { return sent_referral(work, id); })->words, "In class 3.");
}

TEST_F(ReferralsTest, OneThatIsRevokedOrWithdrawnShowsNoMoreThanThat) {
    const auto given = consent("given");
    const auto revoked = *send();
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return revoke_referral(work, revoked, 1); }));
    EXPECT_EQ(received(teacher, revoked)->state, "revoked");
    EXPECT_TRUE(received(teacher, revoked)->content.empty());
    EXPECT_EQ(answer(teacher, revoked, 2, {"accept", "", ""}).error().key, "referral.revoked");

    const auto withdrawn = *send();
    ASSERT_TRUE(act<int>(worker, [&](Work& work) { return consents::withdraw_consent(work, given, 1, work.today(), ""); }));
    EXPECT_EQ(received(teacher, withdrawn)->state, "withdrawn");
    EXPECT_TRUE(received(teacher, withdrawn)->content.empty());
    EXPECT_EQ(answer(teacher, withdrawn, 1, {"accept", "", ""}).error().key, "referral.withdrawn");
    const auto open = act<ReferralPage>(teacher, [](Work& work) { return received_referrals(work, true, std::nullopt, 25); });
    EXPECT_TRUE(open->items.empty());
    EXPECT_TRUE(send("carried")) << "help goes on";
}

TEST_F(ReferralsTest, PaperIsTrackedByTheSender) {
    consent("given");
    const auto id = *send("slip");
    EXPECT_EQ(received(teacher, id).error().code, ErrorCode::not_found);
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return note_handed_over(work, id, 1, work.today()); }));
    ASSERT_TRUE(answer(worker, id, 2, {"refuse", "no_place", ""}));
    EXPECT_TRUE(waits_for(worker, "referral_refused"));
    const auto slip = act<Referral>(worker, [&](Work& work) { return sent_referral(work, id); });
    for (const char* language : {"en", "ru"}) EXPECT_TRUE(slip_of(*slip, language, now).starts_with("%PDF"));
}

}  // namespace
}  // namespace homeward::services

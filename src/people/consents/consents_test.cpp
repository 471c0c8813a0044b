#include "people/consents/consents.h"

#include "people/consents/letter.h"
#include "people/people_fixture.h"

namespace homeward::people::consents {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct ConsentsTest : PeopleFixture {
    Actor school = staff("school", Role::provider);
    Actor clinic = staff("clinic", Role::provider);
    const Uuid school_id = make_uuid(now), clinic_id = make_uuid(now);
    const Receiver the_school{school_id, "School 12"}, the_clinic{clinic_id, "Clinic"}, outside{{}, "Red Crescent, Fergana"};
    PersonId person;

    ConsentsTest() {
        school.member = homeward::to_string(school_id);
        clinic.member = homeward::to_string(clinic_id);
        auto made = given("Karimova", "Zaynab", "", "2006-06-20");
        made.assigned_to = worker.id;
        person = add(made);
    }
    NewConsent consent(std::string answer = "given", Purpose purpose = Purpose::referral) const {
        NewConsent given;
        given.purpose = purpose;
        given.answer = std::move(answer);
        given.source = "individual";
        given.how = "spoken";
        given.given_on = Date::of(now);
        return given;
    }
    NewConsent of_mother() const {
        NewConsent given = consent();
        given.source = "caregiver";
        given.who = "Her mother, Dilnoza";
        return given;
    }
    Result<ConsentId> record(const NewConsent& given, const Actor* actor = nullptr) {
        now.ms += 1000;  // the newest counts, and nobody asks twice within one millisecond
        return act<ConsentId>(actor ? *actor : worker, [&](Work& work) { return record_consent(work, person, given); });
    }
    std::string may_share(const Receiver& receiver, Purpose purpose = Purpose::referral) {
        const auto permit = act<Permit>(worker, [&](Work& work) { return require_sharing(work, person, purpose, receiver); });
        return permit ? "yes" : permit.error().key;
    }
    Result<Shared> give(const Receiver& receiver, const std::string& referral, std::vector<std::string> what = {"needs"}) {
        now.ms += 1000;
        return act<Shared>(worker, [&](Work& work) { return share(work, person, Purpose::referral, receiver, {"referral", referral}, what); });
    }
    Result<int> withdraw(ConsentId id, int version = 1) {
        return act<int>(worker, [&](Work& work) { return withdraw_consent(work, id, version, Date::of(now), "changed her mind"); });
    }
    std::vector<Disclosure> shared() {
        return *act<std::vector<Disclosure>>(worker, [&](Work& work) { return disclosures_of(work, person); });
    }
    std::vector<std::string> task_kinds() {
        std::vector<std::string> kinds;
        const auto tasks = *act<std::vector<PersonTask>>(worker, [&](Work& work) -> Result<std::vector<PersonTask>> { return consents::tasks_of(work); });
        for (const auto& task : tasks) kinds.push_back(task.kind);
        return kinds;
    }
    AskedBackPage asked_back(const Actor& actor) {
        return *act<AskedBackPage>(actor, [&](Work& work) { return asked_back_of(work, {}, 25); });
    }
};

TEST_F(ConsentsTest, NothingIsSharedBeforeSomebodyWasAsked) {
    EXPECT_EQ(may_share(the_school), "consent.missing");
    ASSERT_TRUE(record(consent()));
    EXPECT_EQ(may_share(the_school), "yes");
    EXPECT_EQ(may_share(outside), "yes");
    EXPECT_EQ(may_share(the_school, Purpose::tracing), "consent.missing");
    ASSERT_TRUE(record(consent("refused")));
    EXPECT_EQ(may_share(the_school), "consent.refused");
}

TEST_F(ConsentsTest, AConsentSpeaksOfThoseItNames) {
    NewConsent given = consent();
    given.receivers = {the_school, {{}, "  red crescent,  FERGANA"}};
    ASSERT_TRUE(record(given));
    EXPECT_EQ(may_share(the_school), "yes");
    EXPECT_EQ(may_share(outside), "yes");
    EXPECT_EQ(may_share(the_clinic), "consent.not_for_receiver");
    EXPECT_EQ(may_share({{}, "School 12"}), "consent.not_for_receiver") << "a name alone is not the body that works here";
    NewConsent refusal = consent("refused");
    refusal.receivers = {the_school};
    ASSERT_TRUE(record(refusal));
    EXPECT_EQ(may_share(the_school), "consent.refused");
    EXPECT_EQ(may_share(outside), "yes");
}

TEST_F(ConsentsTest, ARefusalHoldsUnderEveryNameOfTheBody) {
    ASSERT_TRUE(record(consent()));
    const Receiver on_paper{{}, "school  12"};
    ASSERT_TRUE(give(on_paper, "slip"));
    NewConsent refusal = consent("refused");
    refusal.receivers = {the_school, {{}, "clinic"}};
    ASSERT_TRUE(record(refusal));
    EXPECT_EQ(may_share(on_paper), "consent.refused") << "paper goes to the same school";
    EXPECT_EQ(may_share(the_clinic), "consent.refused") << "its name was said, its entry was not picked";
    EXPECT_EQ(may_share(outside), "yes");
    EXPECT_TRUE(shared().front().recall) << "what the school has on paper is called back too";
}

TEST_F(ConsentsTest, ItLastsToItsLastDay) {
    NewConsent given = consent();
    given.expires_on = Date::of(now).plus_days(40);
    const auto id = *record(given);
    EXPECT_TRUE(task_kinds().empty());
    now.ms += 10LL * 86'400'000;
    EXPECT_EQ(task_kinds(), std::vector<std::string>{"consent_expires"});
    now.ms += 30LL * 86'400'000;
    EXPECT_EQ(may_share(the_school), "yes") << "on its last day";
    now.ms += 86'400'000;
    EXPECT_EQ(may_share(the_school), "consent.expired");
    ASSERT_TRUE(record(consent()));
    EXPECT_EQ(may_share(the_school), "yes");
    EXPECT_TRUE(task_kinds().empty());
    const auto all = *act<std::vector<Consent>>(worker, [&](Work& work) { return consents_of(work, person); });
    EXPECT_EQ(all.back().id, id);
    EXPECT_EQ(state_of(all.back(), all, Date::of(now), {}), "replaced");
}

TEST_F(ConsentsTest, WithdrawalReachesWhoeverReceived) {
    const auto id = *record(consent());
    ASSERT_TRUE(give(the_school, "r1"));
    ASSERT_TRUE(give(outside, "r2"));
    EXPECT_EQ(*withdraw(id), 2);
    EXPECT_EQ(withdraw(id, 2).error().key, "consent.withdrawn_already");
    EXPECT_EQ(may_share(the_school), "consent.withdrawn");
    EXPECT_EQ(give(the_school, "r3").error().key, "consent.withdrawn");
    store->read([&](store::Connection& db) {
        EXPECT_TRUE(called_back(db, {"referral", "r1"}));
        EXPECT_FALSE(called_back(db, {"referral", "r9"}));
    });

    // The school finds it in its list, and says nothing of it to the clinic.
    ASSERT_EQ(asked_back(school).items.size(), 1u);
    EXPECT_TRUE(asked_back(clinic).items.empty());
    const auto in_list = asked_back(school).items.front();
    const auto answer = [&](const Actor& actor, RecallId recall, const std::string& said, const std::string& words = {}) {
        return act<void>(actor, [&](Work& work) { return answer_recall(work, recall, said, words); });
    };
    EXPECT_EQ(answer(clinic, in_list.id, "destroyed").error().code, ErrorCode::not_found);
    EXPECT_EQ(answer(worker, in_list.id, "destroyed").error().key, "recall.inside");
    EXPECT_EQ(answer(school, in_list.id, "kept_by_law").error().key, "recall.words_missing");
    ASSERT_TRUE(answer(school, in_list.id, "destroyed"));
    EXPECT_EQ(answer(school, in_list.id, "returned").error().key, "recall.answered");

    // Those outside get a letter, which is tracked until they answer.
    EXPECT_EQ(task_kinds(), std::vector<std::string>{"recall_letter"});
    const auto letter = shared().front();
    ASSERT_EQ(letter.receiver, outside.name);
    EXPECT_TRUE(letter_of_recall(letter, worker, "ru", now).starts_with("%PDF-"));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return note_sent(work, letter.recall->id, Date::of(now)); }));
    EXPECT_EQ(task_kinds(), std::vector<std::string>{"recall_answer"});
    ASSERT_TRUE(answer(worker, letter.recall->id, "kept_by_law", "Law on archives, until 2030"));
    EXPECT_TRUE(task_kinds().empty());
    EXPECT_EQ(shared().front().recall->words, "Law on archives, until 2030");
}

TEST_F(ConsentsTest, ARefusalCallsBackWhatItSpeaksOf) {
    ASSERT_TRUE(record(consent()));
    ASSERT_TRUE(give(the_school, "r1"));
    ASSERT_TRUE(give(the_clinic, "r2"));
    NewConsent refusal = consent("refused");
    refusal.receivers = {the_clinic};
    ASSERT_TRUE(record(refusal));
    EXPECT_TRUE(asked_back(school).items.empty());
    EXPECT_EQ(asked_back(clinic).items.size(), 1u);
}

TEST_F(ConsentsTest, WhatIsWithheldIsNotShared) {
    NewConsent given = consent();
    given.withheld = {"origin", "health", "origin"};
    given.withheld_why = "She was called names at school";
    ASSERT_TRUE(record(given));
    EXPECT_EQ(give(the_school, "r1", {"needs", "origin"}).error(), (Error{ErrorCode::invalid, "consent.withheld", "what", {{"what", "origin"}}}));
    const auto made = give(the_school, "r1", {"needs"});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->permit.withheld, (std::vector<std::string>{"health", "origin"}));
    given.withheld = {"everything"};
    EXPECT_EQ(record(given).error().key, "consent.withheld_unknown");
}

TEST_F(ConsentsTest, AtEighteenACaregiversWordEndsAndConsentIsTakenAgain) {
    ASSERT_TRUE(record(of_mother()));
    EXPECT_EQ(may_share(the_school), "yes");
    now = *Instant::parse("2024-06-19T20:00:00Z");
    EXPECT_EQ(may_share(the_school), "yes");
    EXPECT_TRUE(task_kinds().empty());
    now = *Instant::parse("2024-06-20T08:00:00Z");
    EXPECT_EQ(may_share(the_school), "consent.of_age");
    EXPECT_EQ(task_kinds(), std::vector<std::string>{"consent_of_age"});
    EXPECT_EQ(record(of_mother()).error().key, "consent.caregiver_of_adult");
    // What the mother said is closed: that there was a consent stays, her name and her reasons are not opened.
    const auto all = *act<std::vector<Consent>>(worker, [&](Work& work) { return consents_of(work, person); });
    EXPECT_TRUE(all.front().closed);
    EXPECT_EQ(all.front().who, "");
    ASSERT_TRUE(record(consent()));
    EXPECT_EQ(may_share(the_school), "yes");
    EXPECT_TRUE(task_kinds().empty());
}

TEST_F(ConsentsTest, AnAdultMayHaveSomebodyWhoSpeaksForThem) {
    now = *Instant::parse("2024-09-01T08:00:00Z");
    NewConsent given = consent();
    given.source = "other";
    given.who = "Her guardian by a court's decision";
    ASSERT_TRUE(record(given));
    EXPECT_EQ(may_share(the_school), "yes");
}

TEST(ConsentRules, ComingOfAgeIsCountedAsAgesAre) {
    const auto day = [](const char* born) { return of_age_on(PartialDate::parse(born)); };
    EXPECT_EQ(day("2006-06-20"), (Date{2024, 6, 20}));
    EXPECT_EQ(day("2006~"), (Date{2024, 7, 1}));
    EXPECT_EQ(day("2006-03"), (Date{2024, 3, 1}));
    EXPECT_FALSE(of_age_on(std::nullopt));
    for (const char* born : {"2008-02-29", "2006-12-31", "2006-01-01"}) {
        const auto when = *day(born);
        EXPECT_EQ(age_on(*PartialDate::parse(born), when), kAdult) << born;
        EXPECT_EQ(age_on(*PartialDate::parse(born), when.plus_days(-1)), kAdult - 1) << born;
    }
}

TEST_F(ConsentsTest, AnotherBasisIsWrittenDownWithItsReason) {
    NewConsent urgent = consent("not_asked");
    urgent.basis = "vital_interest";
    EXPECT_EQ(record(urgent).error().key, "consent.reason_missing");
    urgent.basis_why = "She was unconscious and needed a surgeon";
    ASSERT_TRUE(record(urgent));
    EXPECT_EQ(act<Permit>(worker, [&](Work& work) { return require_sharing(work, person, Purpose::referral, the_clinic); })->basis, "vital_interest");
    NewConsent odd = consent("given");
    odd.basis = "legal_duty";
    EXPECT_EQ(record(odd).error().key, "consent.answer");
    NewConsent nameless = of_mother();
    nameless.who = " ";
    EXPECT_EQ(record(nameless).error().key, "consent.who_missing");
}

TEST_F(ConsentsTest, OnlyWhoWorksWithThePersonWritesConsents) {
    EXPECT_EQ(record(consent(), &other_worker).error().key, "access.not_yours");
    EXPECT_EQ(record(consent(), &coordinator).error().key, "access.not_allowed");
    EXPECT_EQ(record(consent(), &school).error().code, ErrorCode::not_found);
    EXPECT_TRUE(record(consent(), &supervisor));
    const auto id = *record(consent());
    EXPECT_EQ(act<int>(other_worker, [&](Work& work) { return withdraw_consent(work, id, 1, Date::of(now), ""); }).error().code, ErrorCode::forbidden);
    EXPECT_EQ(withdraw(id, 7).error().key, "edit.changed_meanwhile");
}

TEST_F(ConsentsTest, ReceiversAndReasonsAreSealed) {
    NewConsent given = of_mother();
    given.receivers = {outside};
    ASSERT_TRUE(record(given));
    ASSERT_TRUE(give(outside, "r1"));
    EXPECT_EQ(number("SELECT count(*) FROM consents WHERE instr(words_sealed, 'Dilnoza') OR instr(words_sealed, 'Crescent')"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM disclosures WHERE instr(receiver_sealed, 'Crescent')"), 0);
}

}  // namespace
}  // namespace homeward::people::consents

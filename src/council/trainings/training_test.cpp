// A training from its plan to the answer six months later.
#include "council/trainings/training.h"

#include "council/council_fixture.h"
#include "council/desk/desk.h"
#include "council/members/body.h"
#include "council/trainings/certificate.h"
#include "council/trainings/figures.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct TrainingTest : CouncilTest {
    Actor kg = account("focal.kg", Role::focal_point, "kg"), uz = account("focal.uz", Role::focal_point, "uz"), observer = account("observer", Role::observer);
    CourseId course;
    TrainingId training;

    TrainingTest() {
        EXPECT_TRUE(act<bool>(system, [&](Work& work) -> Result<bool> {
            know_states(work, *exchange);
            return true;
        }));
        course = *act<CourseId>(secretariat, [](Work& work) { return save_course(work, a_course()); });
        training = *plan([](Training&) {});
    }
    static Course a_course() {
        return {{}, "Family work after return", "Работа с семьёй после возвращения", "What helps in the first year.", "Что помогает в первый год.",
                "family_work", "family", 24, "Do you use it with families?", "Применяете ли вы это в работе с семьями?", "", 0};
    }
    Result<TrainingId> plan(std::function<void(Training&)> change, const Actor* actor = nullptr) {
        Training given{{}, course, {}, {}, {}, "uz", "ru", "Tashkent", "in_person", {2024, 6, 3}, {2024, 6, 7}, 2, {2024, 5, 31}, true, "", std::nullopt, 0};
        change(given);
        return act<TrainingId>(actor ? *actor : secretariat, [&](Work& work) { return save_training(work, given); });
    }
    Result<TraineeId> trainee(const Actor& actor, const char* member, const char* name) {
        return act<TraineeId>(actor, [&](Work& work) { return add_trainee(work, {{}, member, name, "District centre", "Social worker"}); });
    }
    Result<ApplicationId> send(const Actor& actor, TraineeId who, std::optional<TrainingId> where = {}) {
        return act<ApplicationId>(actor, [&](Work& work) { return apply(work, where.value_or(training), who); });
    }
    Done decide(ApplicationId id, bool accept, const char* reason = "") {
        return act<void>(secretariat, [&](Work& work) { return decide_application(work, id, accept, reason); });
    }
    Done attend(ApplicationId id, std::initializer_list<int> days, int month = 6) {
        std::vector<Date> dates;
        for (const int day : days) dates.push_back({2024, month, day});
        return act<void>(secretariat, [&](Work& work) { return record_attendance(work, id, dates); });
    }
    Done follow(const Actor& actor, ApplicationId id) {
        return act<void>(actor, [&](Work& work) { return record_follow_up(work, id, "often", ""); });
    }
    Result<int> issue() {
        return act<int>(secretariat, [&](Work& work) { return issue_certificates(work, training); });
    }
    std::vector<Application> seen_by(const Actor& actor) {
        return *works->read<std::vector<Application>>(actor, [&](Work& work) -> Result<std::vector<Application>> { return list_applications(work, training); });
    }
    void go_to(const char* day) { now = *Instant::parse(std::string(day) + "T09:00:00Z"); }
    template <class T>
    static std::string key(const Result<T>& result) { return result ? "" : result.error().key; }
};

TEST_F(TrainingTest, GoesFromApplicationToCertificateToTheQuestionSixMonthsLater) {
    const auto who = *trainee(kg, "kg", "A Social Worker");
    const auto id = *send(kg, who);
    EXPECT_EQ(key(attend(id, {3})), "application.not_accepted");
    ASSERT_TRUE(decide(id, true));
    EXPECT_EQ(key(attend(id, {3})), "attendance.day") << "the day is still to come";
    go_to("2024-06-07");
    ASSERT_TRUE(attend(id, {3, 4, 5, 6}));
    EXPECT_EQ(*issue(), 1);
    EXPECT_EQ(*issue(), 0) << "once for each";
    EXPECT_EQ(key(attend(id, {3})), "certificate.issued");

    const auto certificate_id = *CertificateId::parse(*seen_by(kg)[0].certificate_id);
    const auto certificate = *works->read<Certificate>(kg, [&](Work& work) { return get_certificate(work, certificate_id); });
    EXPECT_EQ(certificate.code.size(), 16u);
    EXPECT_EQ(key(works->read<Certificate>(uz, [&](Work& work) { return get_certificate(work, certificate_id); })), "certificate.not_found");
    const auto checked = get<Certificate>([&](store::Connection& db) {
        return check_certificate(db, certificate.code.substr(0, 4) + "-" + certificate.code.substr(4, 4) + " " + certificate.code.substr(8));
    });
    EXPECT_FALSE(checked.revoked_at);
    EXPECT_TRUE(is_name_of(checked, "a social  WORKER"));
    EXPECT_FALSE(is_name_of(checked, "Another Social Worker"));

    EXPECT_EQ(key(follow(kg, id)), "follow_up.too_early");
    go_to("2024-12-07");
    EXPECT_EQ(key(follow(uz, id)), "application.not_found");
    ASSERT_TRUE(follow(kg, id));
    EXPECT_EQ(seen_by(kg)[0].follow_up, "often");
}

TEST_F(TrainingTest, AsksTheFocalPointOnceWhenSixMonthsHavePassed) {
    const auto id = *send(kg, *trainee(kg, "kg", "A Social Worker"));
    ASSERT_TRUE(decide(id, true));
    go_to("2024-06-07");
    ASSERT_TRUE(attend(id, {3, 4, 5, 6, 7}));
    for (const char* address : {"kg", "uz"}) {
        ASSERT_TRUE(act<void>(system, [&](Work& work) {
            return mail::set_address(work, address == std::string("kg") ? kg.id : uz.id, std::string(address) + "@example.org");
        }));
    }
    const auto asked = [&] {
        EXPECT_TRUE(act<void>(system, [](Work& work) { return ask_follow_ups(work); }));
        return number("SELECT COUNT(*) FROM mail_letters WHERE kind = 'training_follow_up'");
    };
    go_to("2024-12-06");
    EXPECT_EQ(asked(), 0);
    go_to("2024-12-07");
    EXPECT_EQ(asked(), 1) << "Kyrgyzstan sent somebody, Uzbekistan did not";
    go_to("2024-12-08");
    EXPECT_EQ(asked(), 1);
}

TEST_F(TrainingTest, TheDeskAsksWhatSixMonthsBroughtOnlyOfWhoTookPart) {
    const auto whole = *send(kg, *trainee(kg, "kg", "A Social Worker")), one_day = *send(uz, *trainee(uz, "uz", "Another Social Worker"));
    for (const auto id : {whole, one_day}) ASSERT_TRUE(decide(id, true));
    go_to("2024-06-07");
    ASSERT_TRUE(attend(whole, {3, 4, 5, 6}));
    ASSERT_TRUE(attend(one_day, {3}));
    go_to("2024-12-07");
    const auto desk = [&](const Actor& actor) {
        return works->read<DeskItems>(actor, [](Work& work) -> Result<DeskItems> { return trainings_waiting(work, "en"); })->size();
    };
    EXPECT_EQ(desk(kg), 1u);
    EXPECT_EQ(desk(uz), 0u) << "an answer for somebody who was there one day in five would be refused";
    EXPECT_EQ(key(follow(uz, one_day)), "application.not_accepted");
}

TEST_F(TrainingTest, ARevokedCertificateSaysSo) {
    const auto id = *send(kg, *trainee(kg, "kg", "A Social Worker"));
    ASSERT_TRUE(decide(id, true));
    go_to("2024-06-07");
    ASSERT_TRUE(attend(id, {3, 4, 5, 6, 7}));
    ASSERT_EQ(*issue(), 1);
    const auto certificate = *CertificateId::parse(*seen_by(secretariat)[0].certificate_id);
    const auto revoke = [&](const Actor& actor, const char* reason) {
        return act<void>(actor, [&](Work& work) { return revoke_certificate(work, certificate, reason); });
    };
    EXPECT_EQ(revoke(kg, "wrong").error().code, ErrorCode::forbidden);
    EXPECT_EQ(key(revoke(secretariat, " ")), "council.text_missing");
    ASSERT_TRUE(revoke(secretariat, "The name was wrong."));
    EXPECT_EQ(key(revoke(secretariat, "again")), "certificate.revoked");
    const auto revoked = get<Certificate>([&](store::Connection& db) { return check_certificate(db, text("SELECT code FROM training_certificates")); });
    EXPECT_TRUE(revoked.revoked_at);
    const auto paper = document_of(revoked, "https://council.example", "Uzbekistan", "en");
    EXPECT_EQ(std::get<printing::Paragraph>(paper.blocks[0]).text, "REVOKED on 7 June 2024");
    store->read([](store::Connection& db) { EXPECT_EQ(check_certificate(db, "2222222222222222").error().key, "certificate.unknown"); });
}

TEST_F(TrainingTest, SeatsAndDaysAreKept) {
    const auto first = *send(kg, *trainee(kg, "kg", "First")), second = *send(kg, *trainee(kg, "kg", "Second")), third = *send(uz, *trainee(uz, "uz", "Third"));
    ASSERT_TRUE(decide(first, true));
    ASSERT_TRUE(decide(second, true));
    EXPECT_EQ(key(decide(third, true)), "training.full");
    EXPECT_EQ(key(decide(third, false)), "council.text_missing");
    ASSERT_TRUE(act<void>(kg, [&](Work& work) { return withdraw_application(work, second); }));
    ASSERT_TRUE(decide(third, true));
    EXPECT_EQ(key(decide(third, true)), "application.decided");
    go_to("2024-06-01");
    EXPECT_EQ(key(send(kg, *trainee(kg, "kg", "Late"))), "training.closed");
}

TEST_F(TrainingTest, AStateSeesAndSendsItsOwnPeopleOnly) {
    const auto mine = *trainee(kg, "kg", "Mine");
    EXPECT_EQ(key(trainee(kg, "uz", "Theirs")), "training.not_your_member");
    EXPECT_EQ(key(trainee(kg, "kg", "mine ")), "trainee.exists");
    EXPECT_EQ(key(send(uz, mine)), "training.not_your_member");
    const auto id = *send(kg, mine);
    EXPECT_EQ(key(send(kg, mine)), "application.exists");
    EXPECT_EQ(seen_by(kg).size(), 1u);
    EXPECT_TRUE(seen_by(uz).empty());
    EXPECT_TRUE(seen_by(observer).empty());
    EXPECT_EQ(seen_by(secretariat).size(), 1u);
    EXPECT_EQ(key(act<void>(uz, [&](Work& work) { return withdraw_application(work, id); })), "application.not_found");
    EXPECT_EQ(key(trainee(observer, "kg", "Nobody")), "training.not_your_member");
}

TEST_F(TrainingTest, CountsAreOfDistinctPersons) {
    const auto who = *trainee(kg, "kg", "Twice");
    const auto again = *plan([](Training& t) { t.starts_on = {2024, 7, 1}; t.ends_on = {2024, 7, 1}; });
    const auto first = *send(kg, who), second = *send(kg, who, again), third = *send(kg, *trainee(kg, "kg", "Left early"));
    for (const auto id : {first, second, third}) ASSERT_TRUE(decide(id, true));
    go_to("2024-07-02");
    ASSERT_TRUE(attend(first, {3, 4, 5, 6, 7}));
    ASSERT_TRUE(attend(second, {1}, 7));
    ASSERT_TRUE(attend(third, {3, 4, 5}));
    store->read([](store::Connection& db) {
        const auto figures = training_figures(db);
        ASSERT_EQ(figures.size(), 2u);
        EXPECT_EQ(figures[0].member, "");
        EXPECT_EQ(figures[0].people, 1);
        EXPECT_EQ(figures[0].places, 2);
        EXPECT_EQ(figures[1].member, "kg");
        EXPECT_EQ(people_trained(db), 1);
    });
}

TEST_F(TrainingTest, WhatCannotBeIsRefused) {
    EXPECT_EQ(key(plan([](Training& t) { t.host = "nobody"; })), "training.host");
    EXPECT_EQ(key(plan([](Training& t) { t.language = "xx"; })), "training.language");
    EXPECT_EQ(key(plan([](Training& t) { t.mode = "by_post"; })), "training.mode");
    EXPECT_EQ(key(plan([](Training& t) { t.ends_on = {2024, 6, 2}; })), "training.dates");
    EXPECT_EQ(key(plan([](Training& t) { t.apply_until = {2024, 6, 4}; })), "training.apply_until");
    EXPECT_EQ(key(plan([](Training& t) { t.seats = 0; })), "training.seats");
    EXPECT_EQ(key(plan([](Training& t) { t.place = ""; })), "council.text_missing");
    EXPECT_EQ(key(plan([](Training& t) { t.course_id = CourseId{}; })), "course.not_found");
    EXPECT_EQ(key(plan([](Training&) {}, &kg)), "access.not_allowed");
    EXPECT_EQ(key(plan([&](Training& t) { t.id = training; t.version = 7; })), "training.changed");
    ASSERT_TRUE(act<void>(secretariat, [&](Work& work) { return cancel_training(work, training, "No room."); }));
    EXPECT_EQ(key(plan([&](Training& t) { t.id = training; t.version = 2; })), "training.cancelled");
    EXPECT_EQ(key(send(kg, *trainee(kg, "kg", "Somebody"))), "training.cancelled");
}

TEST_F(TrainingTest, OneThatIsNotPublicIsForMembers) {
    const auto closed = *plan([](Training& t) { t.is_public = false; });
    const auto count = [&](const Actor& actor) {
        return works->read<std::vector<Training>>(actor, [](Work& work) -> Result<std::vector<Training>> { return list_trainings(work, {}); })->size();
    };
    EXPECT_EQ(count(observer), 2u);
    EXPECT_EQ(count(Actor::guest()), 1u);
    EXPECT_EQ(key(works->read<Training>(Actor::guest(), [&](Work& work) { return get_training(work, closed); })), "training.not_found");
}

}  // namespace
}  // namespace homeward::council

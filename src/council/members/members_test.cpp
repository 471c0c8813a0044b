#include "council/audience.h"
#include "council/council_fixture.h"
#include "council/members/agreement.h"
#include "council/members/appointment.h"
#include "council/members/directory.h"
#include "council/members/fold.h"
#include "council/members/membership.h"

namespace homeward::council {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct MembersTest : CouncilTest {
    Actor uz = account("focal.uz", Role::focal_point, "uz"), kg = account("focal.kg", Role::focal_point, "kg");
    Actor observer = account("observer", Role::observer, "osce");

    static Body a_body(const char* code = "osce", const char* kind = "international_organisation") { return {{}, code, kind, "", "", "", "", 1}; }
    static BodyName a_name(const char* name, const char* language = "en", const char* from = "", const char* to = "") {
        return {{}, language, name, "", Date::parse(from), Date::parse(to), "A source"};
    }
    Result<BodyId> add(const Actor& actor, const Body& body, const BodyName& name) {
        return act<BodyId>(actor, [&](Work& work) { return add_body(work, body, name); });
    }
    void name(const char* code, const BodyName& more) {
        ASSERT_TRUE(act<BodyNameId>(secretariat, [&](Work& work) { return add_name(work, code, more); }));
    }
    std::string called(const char* code, const char* on, const char* language = "en") {
        std::string value;
        store->read([&](store::Connection& db) { value = name_of(db, code, *Date::parse(on), language); });
        return value;
    }
    Result<MembershipId> propose(const Actor& actor, const char* code = "osce", const char* tier = "observer", const char* from = "") {
        return act<MembershipId>(actor, [&](Work& work) { return propose_membership(work, *exchange, {code, tier, "It takes part since the first session.", Date::parse(from)}); });
    }
    std::string speak(const Actor& actor, MembershipId id, bool agrees, const char* reason = "") {
        const auto done = act<void>(actor, [&](Work& work) { return speak_to_membership(work, *exchange, id, agrees, reason); });
        return done ? state_of(id) : done.error().key;
    }
    std::string state_of(MembershipId id) { return text("SELECT state FROM memberships WHERE id = '" + id.str() + "'"); }
    std::string tier(const char* code, const char* on) {
        std::string value;
        store->read([&](store::Connection& db) { value = tier_of(db, find_body(db, code)->id, *Date::parse(on)); });
        return value;
    }
    Result<DirectoryPage> list(const Actor& actor, const DirectoryQuestion& question) {
        return works->read<DirectoryPage>(actor, [&](Work& work) { return list_bodies(work, question); });
    }
    std::string codes(const DirectoryQuestion& question) {
        std::string all;
        const auto page = list(observer, question);
        for (const auto& line : page->lines) all += line.code + " ";
        return all;
    }
    void make_observer(const char* code = "osce") {
        ASSERT_TRUE(add(secretariat, a_body(code), a_name("Organization for Security and Co-operation in Europe")));
        const auto id = *propose(uz, code, "observer", "2024-05-14");
        ASSERT_EQ(speak(kg, id, true), "confirmed");
    }
    Result<AppointmentId> name_official(const Actor& actor, const char* body, const char* role = "focal_point", const char* from = "2024-05-14",
                                        const char* to = "2026-05-13") {
        return act<AppointmentId>(actor, [&](Work& work) {
            return nominate(work, {body, role, "Focal point, by role", {"ru", "en"}, *Date::parse(from), Date::parse(to)});
        });
    }
    std::string confirm(const Actor& actor, AppointmentId id) {
        const auto done = act<void>(actor, [&](Work& work) { return confirm_appointment(work, id); });
        return done ? "confirmed" : done.error().key;
    }
    std::string end(const Actor& actor, AppointmentId id, const char* on = "2024-05-14") {
        const auto done = act<void>(actor, [&](Work& work) { return end_appointment(work, id, *Date::parse(on), "Moved to other work."); });
        return done ? "ended" : done.error().key;
    }
};

TEST_F(MembersTest, ABodyIsCalledAsItWasOnTheDay) {
    ASSERT_TRUE(add(secretariat, a_body("isrs", "national_institution"), a_name("Institute for Strategic and Interregional Studies", "en", "2014-01-01", "2023-12-04")));
    name("isrs", a_name("Institute for Strategic and Regional Studies", "en", "2023-12-05"));
    name("isrs", a_name("Институт стратегических и межрегиональных исследований", "ru"));
    EXPECT_EQ(called("isrs", "2020-09-25"), "Institute for Strategic and Interregional Studies");
    EXPECT_EQ(called("isrs", "2024-05-14"), "Institute for Strategic and Regional Studies");
    EXPECT_EQ(called("isrs", "2024-05-14", "ru"), "Институт стратегических и межрегиональных исследований");
    EXPECT_EQ(called("isrs", "2024-05-14", "tk"), "Institute for Strategic and Regional Studies");
    EXPECT_EQ(called("nobody", "2024-05-14"), "nobody");
    EXPECT_EQ(list(observer, {.on = {2020, 9, 25}})->lines[0].name, "Institute for Strategic and Interregional Studies");
}

TEST_F(MembersTest, EitherScriptFindsABodyByAnyNameItEverHad) {
    ASSERT_TRUE(add(secretariat, a_body(), a_name("Organization for Security and Co-operation in Europe")));
    name("osce", {{}, "ru", "Организация по безопасности и сотрудничеству в Европе", "ОБСЕ", {}, {}, ""});
    const auto found = [&](const char* words) { return codes({.words = words, .on = Date::of(now)}); };
    for (const char* words : {"osce", "ОБСЕ", "obse", "EUROPE secur", "bezopasnosti", "организац европе"}) EXPECT_EQ(found(words), "osce ") << words;
    EXPECT_EQ(found("security asia"), "");
    EXPECT_EQ(found("ecurity"), "");
    EXPECT_EQ(found("%"), "kg osce uz ");
    EXPECT_EQ(folded("Ўзбекистон, ИСМИ!"), folded("oʻzbekiston ismi"));
}

TEST_F(MembersTest, TheListPagesInTheOrderOfItsLanguageAndFiltersByTierAndKind) {
    make_observer();
    ASSERT_TRUE(add(secretariat, a_body("ngo", "civil_society"), a_name("Ёлка", "ru")));
    ASSERT_TRUE(add(secretariat, a_body("zebra", "civil_society"), a_name("Яблоня", "ru")));
    const Date today = Date::of(now);
    EXPECT_EQ(codes({.kind = "civil_society", .on = today, .language = "ru"}), "ngo zebra ");
    EXPECT_EQ(codes({.tier = "observer", .on = today}), "osce ");
    EXPECT_EQ(codes({.tier = "observer", .on = {2024, 5, 13}}), "");
    EXPECT_EQ(codes({.tier = "member", .on = today}), "kg uz ");
    EXPECT_EQ(codes({.tier = "none", .on = today}), "ngo zebra ");
    const auto page = list(observer, {.on = today, .language = "en", .offset = 2, .limit = 2});
    EXPECT_EQ(page->total, 5);
    EXPECT_EQ(page->lines.size(), 2u);
}

TEST_F(MembersTest, ABodyWithABadCodeKindOrDateIsRefused) {
    const auto refused = [&](auto change) {
        Body body = a_body();
        BodyName called = a_name("A body");
        change(body, called);
        const auto done = add(secretariat, body, called);
        return done ? std::string("added") : done.error().key;
    };
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.code = "O S"; }), "body.code");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.code = "council"; }), "body.code");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.kind = "army"; }), "body.kind");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.country = "xx"; }), "body.country");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.contact_url = "javascript:alert(1)"; }), "council.link");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.contact_url = "https://a.example/\" onclick=\"x"; }), "council.link");
    EXPECT_EQ(refused([](Body&, BodyName& n) { n.language = "xx"; }), "body.language");
    EXPECT_EQ(refused([](Body&, BodyName& n) { n.name = " "; }), "council.text_missing");
    EXPECT_EQ(refused([](Body&, BodyName& n) { n.valid_from = Date{2024, 1, 2}; n.valid_to = Date{2024, 1, 1}; }), "body.dates");
    EXPECT_EQ(refused([](Body& b, BodyName&) { b.code = "uz"; }), "body.exists");
    EXPECT_EQ(add(observer, a_body(), a_name("A body")).error().key, "access.not_allowed");
}

TEST_F(MembersTest, AColleaguesChangeIsNotOverwritten) {
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    const auto edit = [&](int version) {
        Body body = a_body();
        body.note = "A note";
        body.version = version;
        const auto done = act<void>(secretariat, [&](Work& work) { return edit_body(work, body); });
        return done ? std::string("changed") : done.error().key;
    };
    EXPECT_EQ(edit(1), "changed");
    EXPECT_EQ(edit(1), "body.changed");
    EXPECT_EQ(edit(2), "changed");
}

TEST_F(MembersTest, AParentIsDatedAndNeverStandsBelowItsChild) {
    ASSERT_TRUE(add(secretariat, a_body("ministry", "national_institution"), a_name("A ministry")));
    ASSERT_TRUE(add(secretariat, a_body("committee", "national_institution"), a_name("A committee")));
    const auto place = [&](const char* code, const char* parent) {
        const auto done = act<BodyParentId>(secretariat, [&](Work& work) { return add_parent(work, code, {{}, parent, Date{2022, 1, 1}, {}, "A source"}); });
        return done ? std::string("placed") : done.error().key;
    };
    EXPECT_EQ(place("committee", "ministry"), "placed");
    EXPECT_EQ(place("ministry", "committee"), "body.parent");
    EXPECT_EQ(place("ministry", "ministry"), "body.parent");
    EXPECT_EQ(place("ministry", "nobody"), "body.parent");
    store->read([&](store::Connection& db) {
        const auto ministry = find_body(db, "ministry")->id;
        EXPECT_EQ(children_of(db, ministry, {2024, 5, 14}), std::vector<std::string>{"committee"});
        EXPECT_TRUE(children_of(db, ministry, {2021, 5, 14}).empty());
    });
}

TEST_F(MembersTest, AProposalIsConfirmedByTheLastStatesYesAndHoldsFromItsDay) {
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    const auto id = *propose(secretariat, "osce", "observer", "2024-05-01");
    EXPECT_EQ(tier("osce", "2024-05-14"), "");
    EXPECT_EQ(speak(uz, id, true), "proposed");
    EXPECT_EQ(speak(uz, id, true), "membership.spoken");
    EXPECT_EQ(speak(secretariat, id, true), "membership.states_only");
    EXPECT_EQ(speak(observer, id, true), "membership.states_only");
    EXPECT_EQ(speak(kg, id, true), "confirmed");
    EXPECT_EQ(tier("osce", "2024-04-30"), "");
    EXPECT_EQ(tier("osce", "2024-05-01"), "observer");
    EXPECT_EQ(speak(kg, id, false, "Too late"), "membership.decided");
}

TEST_F(MembersTest, OneObjectionWithItsReasonStopsIt) {
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    const auto id = *propose(uz);
    EXPECT_EQ(speak(kg, id, false, " "), "council.text_missing");
    EXPECT_EQ(speak(kg, id, false, "Not before it shares its reports."), "stopped");
    EXPECT_EQ(speak(uz, id, true), "membership.decided");
    EXPECT_EQ(tier("osce", "2024-05-14"), "");
    EXPECT_EQ(text("SELECT reason FROM membership_voices WHERE member = 'kg'"), "Not before it shares its reports.");
    EXPECT_TRUE(propose(secretariat));
    EXPECT_EQ(propose(secretariat).error().key, "membership.proposed");
}

TEST_F(MembersTest, OfAProposalOnlyTheDecidersKnow) {
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    const auto id = *propose(uz);
    const auto sees = [&](const Actor& actor) {
        return *works->read<bool>(actor, [&](Work& work) -> Result<bool> { return may_see(work, "membership", id.str()); });
    };
    EXPECT_TRUE(sees(secretariat) && sees(uz) && sees(kg));
    EXPECT_FALSE(sees(observer));
    EXPECT_EQ(speak(kg, id, true), "confirmed");
    EXPECT_TRUE(sees(observer));
}

TEST_F(MembersTest, ANewTierEndsTheOldOneOnTheDayBefore) {
    make_observer();
    EXPECT_EQ(propose(uz).error().key, "membership.has_tier");
    const auto id = *propose(uz, "osce", "partner", "2024-06-01");
    EXPECT_EQ(speak(kg, id, true), "confirmed");
    EXPECT_EQ(tier("osce", "2024-05-31"), "observer");
    EXPECT_EQ(tier("osce", "2024-06-01"), "partner");
    const auto ended = act<void>(secretariat, [&](Work& work) { return end_membership(work, id, {2024, 12, 31}, "At its own wish."); });
    ASSERT_TRUE(ended);
    EXPECT_EQ(tier("osce", "2025-01-01"), "");
    EXPECT_EQ(tier("osce", "2024-12-31"), "partner");
}

TEST_F(MembersTest, AStateOfTheExchangeIsAMemberFromTheStartAndOnlyAStateCanBecomeOne) {
    EXPECT_EQ(tier("uz", "2024-05-14"), "member");
    EXPECT_EQ(propose(secretariat, "uz", "partner").error().key, "membership.has_tier");
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    EXPECT_EQ(propose(secretariat, "osce", "member").error().key, "membership.tier");
    const auto dated = act<void>(secretariat, [&](Work& work) { return date_founding(work, "uz", {2024, 5, 14}, "UNRCCA, 15 May 2024"); });
    ASSERT_TRUE(dated);
    EXPECT_EQ(tier("uz", "2024-05-13"), "");
    EXPECT_EQ(act<void>(secretariat, [&](Work& work) { return date_founding(work, "osce", {2024, 5, 14}, "A source"); }).error().key, "membership.not_founding");
}

TEST_F(MembersTest, AFocalPointIsNominatedByItsOwnAndConfirmedByTheSecretariat) {
    EXPECT_EQ(name_official(uz, "kg").error().key, "access.not_allowed");
    EXPECT_EQ(name_official(observer, "osce").error().key, "access.not_allowed");
    const auto id = *name_official(uz, "uz");
    EXPECT_EQ(confirm(uz, id), "appointment.second_person");
    EXPECT_EQ(confirm(kg, id), "appointment.not_found");
    EXPECT_EQ(confirm(secretariat, id), "confirmed");
    EXPECT_EQ(confirm(secretariat, id), "appointment.decided");
    const auto second = *name_official(uz, "uz", "focal_point", "2026-01-01", "2027-12-31");
    EXPECT_EQ(confirm(secretariat, second), "appointment.overlap");
    const auto later = *name_official(uz, "uz", "focal_point", "2026-05-14", "");
    EXPECT_EQ(confirm(secretariat, later), "confirmed");
    EXPECT_EQ(confirm(secretariat, *name_official(uz, "uz", "alternate")), "confirmed");
}

TEST_F(MembersTest, WhatTheSecretariatNominatesTheStateConfirms) {
    const auto id = *name_official(secretariat, "uz");
    EXPECT_EQ(confirm(secretariat, id), "appointment.second_person");
    EXPECT_EQ(confirm(kg, id), "appointment.not_found");
    EXPECT_EQ(confirm(uz, id), "confirmed");
    ASSERT_TRUE(add(secretariat, a_body(), a_name("A body")));
    EXPECT_EQ(name_official(secretariat, "osce").error().key, "appointment.no_tier");
    EXPECT_TRUE(name_official(secretariat, "osce", "expert"));
}

TEST_F(MembersTest, EndingAnAppointmentClosesItsAccountUnlessAnotherNeedsIt) {
    const auto first = *name_official(secretariat, "kg", "alternate"), second = *name_official(uz, "uz");
    ASSERT_EQ(confirm(kg, first), "confirmed");
    ASSERT_EQ(confirm(secretariat, second), "confirmed");
    const Actor helper = account("alternate.kg", Role::focal_point, "kg");
    const auto link = [&](AppointmentId id, const Actor& to) {
        const auto done = act<void>(system, [&](Work& work) { return link_account(work, id, to.id); });
        return done ? "linked" : done.error().key;
    };
    EXPECT_EQ(link(second, helper), "appointment.other_account");
    EXPECT_EQ(link(first, helper), "linked");
    const auto third = *name_official(secretariat, "kg", "focal_point");
    ASSERT_EQ(confirm(kg, third), "confirmed");
    EXPECT_EQ(link(third, helper), "linked");
    EXPECT_EQ(end(uz, first), "access.not_allowed");
    EXPECT_EQ(end(kg, first, "2024-05-15"), "appointment.ended_on");
    EXPECT_EQ(end(kg, first), "ended");
    const auto closed = [&] { return number("SELECT count(*) FROM accounts WHERE username = 'alternate.kg' AND disabled_at IS NOT NULL"); };
    EXPECT_EQ(closed(), 0);
    EXPECT_EQ(end(kg, third), "ended");
    EXPECT_EQ(closed(), 1);
}

TEST_F(MembersTest, AnAgreementIsForItsReadersAndItsDeliverablesAreReportedByItsParties) {
    const auto agree = [&](const char* marking, std::vector<std::string> parties) {
        return act<AgreementId>(secretariat, [&](Work& work) {
            return add_agreement(work, {{}, "roadmap", "A roadmap", *PartialDate::parse("2022"), {}, Date{2024, 8, 1}, marking, "", "A source", "", parties, {}, 1});
        });
    };
    EXPECT_EQ(agree("green", {"uz", "nobody"}).error().key, "agreement.parties");
    EXPECT_EQ(agree("green", {"uz", "uz"}).error().key, "agreement.parties");
    EXPECT_EQ(agree("red", {"uz"}).error().key, "agreement.marking");
    const auto id = *agree("amber", {"uz"});
    const auto sees = [&](const Actor& actor) { return works->read<Agreement>(actor, [&](Work& work) { return get_agreement(work, id); }).has_value(); };
    EXPECT_TRUE(sees(uz) && sees(kg) && sees(secretariat));
    EXPECT_FALSE(sees(observer));
    const auto deliverable = *act<DeliverableId>(secretariat, [&](Work& work) { return add_deliverable(work, id, "Two workshops", Date{2024, 5, 1}); });
    const auto report = [&](const Actor& actor, const char* state, const char* evidence, int version) {
        const auto done = act<void>(actor, [&](Work& work) { return report_deliverable(work, id, {deliverable, "", {}, state, evidence, version}); });
        return done ? std::string("reported") : done.error().key;
    };
    EXPECT_EQ(report(kg, "done", "Both were held.", 1), "access.not_allowed");
    EXPECT_EQ(report(uz, "done", "", 1), "council.text_missing");
    EXPECT_EQ(report(uz, "done", "Both were held.", 1), "reported");
    EXPECT_EQ(report(uz, "open", "", 1), "agreement.changed");
    const auto ending = *works->read<std::size_t>(uz, [&](Work& work) -> Result<std::size_t> { return ending_agreements(work, {2024, 9, 1}).size(); });
    EXPECT_EQ(ending, 1u);
}

}  // namespace
}  // namespace homeward::council

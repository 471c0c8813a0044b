#include <gtest/gtest.h>

#include "access/permission.h"
#include "casework/attachments/sealed_content.h"
#include "casework/casework_fixture.h"
#include "casework/disclosures/lawful_order.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Permission;
using access::Work;

struct LawfulOrders : CaseworkFixture {
    Actor officer = staff("dpo", access::Role::data_protection_officer);
    int requests = 0;

    /// Of the database; `file` is the case file here.
    const std::string& file_path() const { return ProgramForTests::file.path; }
    NewLawfulOrder order() {
        Instant at = now;
        at.ms += ++requests;
        return {to_string(make_uuid(at)), code(), IssuerKind::court, "District court of Margilan", "2-114/2024", "Code of civil procedure, article 67",
                "whether she lives in the district", Date{2024, 5, 10}, Date{2024, 5, 24}};
    }
    std::string code() {
        return *act<std::string>(system, [&](Work& work) -> Result<std::string> { return people::person_card(work, person)->code; });
    }
    LawfulOrder read(LawfulOrderId id, const Actor& who) {
        return *act<LawfulOrder>(who, [&](Work& work) { return get_lawful_order(work, id); });
    }
    LawfulOrder recorded() {
        const auto asked = order();
        const auto id = *act<LawfulOrderId>(coordinator, [&](Work& work) { return record_order(work, asked); });
        return read(id, coordinator);
    }
    Result<LawfulOrder> propose(const Actor& who, const LawfulOrder& about, const std::vector<std::string>& fields) {
        return act<LawfulOrder>(who, [&](Work& work) { return propose_extract(work, about.id, about.version, fields, "it asks for the district alone"); });
    }
    LawfulOrder proposed(const std::vector<std::string>& fields = {"name", "district"}) { return *propose(coordinator, recorded(), fields); }
    Result<LawfulOrder> decide(const Actor& who, const LawfulOrder& about, const Telling& telling = {}) {
        return act<LawfulOrder>(who, [&](Work& work) -> Result<LawfulOrder> {
            const auto page = TRY(compose_extract(work, about.id, about.version, telling, "en"));
            return disclose(work, about.id, about.version, telling, "proportionate", printing::to_pdf(page, work.now));
        });
    }
    static std::string text_of(const printing::Document& document) {
        std::string text;
        for (const auto& block : document.blocks) {
            if (const auto* facts = std::get_if<printing::Facts>(&block)) {
                for (const auto& [term, value] : facts->items) text += term + ": " + value + "\n";
            }
        }
        return text;
    }
};

TEST(ExtractFields, AreTheClosedListAndNothingElse) {
    const std::vector<std::string_view> closed{"name", "other_names", "sex", "born_on", "birth_place", "citizenship", "region", "district", "phone", "papers",
                                               "arrived_on", "registered_on"};
    EXPECT_EQ(extract_fields(), closed);
}

TEST_F(LawfulOrders, HoldNothingWithoutACourtAReferenceALawAndAQuestion) {
    const auto refused = [&](auto change) {
        auto asked = order();
        change(asked);
        return act<LawfulOrderId>(coordinator, [&](Work& work) { return record_order(work, asked); }).error().key;
    };
    EXPECT_EQ(refused([](auto& o) { o.issuer = " "; }), "lawful_order.issuer_missing");
    EXPECT_EQ(refused([](auto& o) { o.number = ""; }), "lawful_order.number_missing");
    EXPECT_EQ(refused([](auto& o) { o.law = ""; }), "lawful_order.law_missing");
    EXPECT_EQ(refused([](auto& o) { o.asked = ""; }), "lawful_order.asked_missing");
    EXPECT_EQ(refused([](auto& o) { o.dated_on = Date{2024, 6, 1}; }), "lawful_order.dates");
    EXPECT_EQ(refused([](auto& o) { o.answer_by = Date{2024, 5, 1}; }), "lawful_order.dates");
    EXPECT_EQ(refused([](auto& o) { o.person_code = "UZ-2024-99999"; }), "lawful_order.person_unknown");
}

TEST_F(LawfulOrders, AreForTheCoordinatorAndTheOfficerAlone) {
    const auto kept = proposed();
    const auto asked = order();
    for (const Actor& other : {worker, supervisor, staff("psy", access::Role::psychologist, "UZ-FA"), staff("clerk", access::Role::civil_registry, "UZ-FA"),
                               staff("boss", access::Role::admin)}) {
        EXPECT_EQ(act<LawfulOrder>(other, [&](Work& work) { return get_lawful_order(work, kept.id); }).error().code, ErrorCode::not_found) << other.name;
        EXPECT_EQ(act<LawfulOrderPage>(other, [](Work& work) { return list_lawful_orders(work, LawfulOrderList::all, 0, 10); }).error().code, ErrorCode::forbidden);
        EXPECT_EQ(act<LawfulOrderId>(other, [&](Work& work) { return record_order(work, asked); }).error().code, ErrorCode::forbidden);
        EXPECT_FALSE(decide(other, kept));
    }
    EXPECT_EQ(act<LawfulOrderId>(officer, [&](Work& work) { return record_order(work, asked); }).error().code, ErrorCode::forbidden);
    EXPECT_EQ(propose(officer, kept, {"name"}).error().code, ErrorCode::forbidden);
    EXPECT_EQ(decide(coordinator, kept).error().code, ErrorCode::forbidden);
}

TEST_F(LawfulOrders, TakeFieldsOfTheListAlone) {
    const auto kept = recorded();
    for (const char* field : {"note", "notes", "needs", "family", "visits", "operation", "survey", "contact_times"}) {
        EXPECT_EQ(propose(coordinator, kept, {"name", field}).error().key, "lawful_order.field") << field;
    }
    EXPECT_EQ(propose(coordinator, kept, {"name", "name"}).error().key, "lawful_order.field");
}

TEST_F(LawfulOrders, LetLeaveWhatWasPickedAndNoMore) {
    const auto kept = proposed({"name", "region"});
    const auto page = *act<printing::Document>(officer, [&](Work& work) { return compose_extract(work, kept.id, kept.version, {}, "en"); });
    const auto text = text_of(page);
    EXPECT_NE(text.find("Name: Family Given"), std::string::npos) << text;
    EXPECT_NE(text.find("Region: "), std::string::npos);
    for (const char* absent : {"Sex", "Date of birth", "Telephone", "Arrived on", "mehr", "Mehr"}) EXPECT_EQ(text.find(absent), std::string::npos) << absent;
}

TEST_F(LawfulOrders, AreDecidedByASecondPersonWhateverRightsAnAccountHas) {
    const auto kept = proposed();
    // No role of ours holds both permissions; the row itself refuses a hand that would.
    store::Connection db(file_path(), store::Connection::Mode::read_write);
    EXPECT_ANY_THROW(db.run("UPDATE lawful_orders SET state = 'refused', decided_by = recorded_by, decided_at = $2 WHERE id = $1", kept.id, now));
    for (const auto role : {access::Role::social_worker, access::Role::supervisor, access::Role::psychologist, access::Role::civil_registry, access::Role::provider,
                            access::Role::coordinator, access::Role::secretariat, access::Role::focal_point, access::Role::expert, access::Role::observer,
                            access::Role::data_protection_officer, access::Role::admin}) {
        Actor each = coordinator;
        each.role = role;
        EXPECT_FALSE(may(each, Permission::propose_disclosure) && may(each, Permission::approve_disclosure));
    }
}

TEST_F(LawfulOrders, AreDisclosedOnceAndKeptAsTheyLeft) {
    const auto kept = proposed();
    const auto done = decide(officer, kept);
    ASSERT_TRUE(done) << done.error().key;
    EXPECT_EQ(done->state, LawfulOrderState::disclosed);
    EXPECT_EQ(decide(officer, *done).error().key, "lawful_order.decided_already");
    EXPECT_EQ(propose(coordinator, *done, {"phone"}).error().key, "lawful_order.decided_already");
    store::Connection db(file_path(), store::Connection::Mode::read_write);
    EXPECT_ANY_THROW(db.run("UPDATE lawful_orders SET fields = 'name,phone' WHERE id = $1", kept.id));
    const auto pdf = *act<std::string>(coordinator, [&](Work& work) -> Result<std::string> {
        const auto opened = TRY(open_extract(work, kept.id));
        return read_content(work.db, opened.key, kept.id.str(), opened.order.size);
    });
    EXPECT_TRUE(pdf.starts_with("%PDF"));
    EXPECT_EQ(leaves("lawful_order.disclosed"), 1);
    EXPECT_EQ(leaves("lawful_order.extract_read"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM lawful_orders WHERE instr(issuer_sealed, 'court') > 0"), 0);
}

TEST_F(LawfulOrders, AreRefusedWithAReasonAndThenNothingLeaves) {
    const auto kept = recorded();
    const auto refuse = [&](const std::string& reason) {
        return act<LawfulOrder>(officer, [&](Work& work) { return refuse_order(work, kept.id, kept.version, reason); });
    };
    EXPECT_EQ(refuse(" ").error().key, "lawful_order.reason_missing");
    ASSERT_TRUE(refuse("the article speaks of others"));
    EXPECT_FALSE(act<OpenedExtract>(officer, [&](Work& work) { return open_extract(work, kept.id); }));
    EXPECT_EQ(read(kept.id, coordinator).decision, "the article speaks of others");
}

TEST_F(LawfulOrders, OpenNothingOnceTheyAreDecided) {
    const auto preview = [&](LawfulOrderId id) {
        return act<std::vector<ExtractLine>>(officer, [&](Work& work) { return preview_extract(work, id, {"name", "phone"}, "en"); });
    };
    const auto refused = recorded(), told = proposed();
    ASSERT_TRUE(preview(refused.id));
    ASSERT_TRUE(act<LawfulOrder>(officer, [&](Work& work) { return refuse_order(work, refused.id, refused.version, "no law"); }));
    ASSERT_TRUE(decide(officer, told));
    EXPECT_EQ(preview(refused.id).error().key, "lawful_order.decided_already");
    EXPECT_EQ(preview(told.id).error().key, "lawful_order.decided_already");
}

TEST_F(LawfulOrders, OfARecordThatWasJoinedWithAnotherShowNothing) {
    const auto asked = recorded();
    // A joined record keeps its row and has no name.
    run("DELETE FROM person_names");
    run("UPDATE persons SET merged_into = id");
    EXPECT_EQ(act<std::vector<ExtractLine>>(officer, [&](Work& work) { return preview_extract(work, asked.id, {"name"}, "en"); }).error().key, "person.merged");
}

TEST_F(LawfulOrders, AreNotDecidedBeforeSomethingIsProposed) {
    EXPECT_EQ(decide(officer, recorded()).error().key, "lawful_order.not_proposed");
    EXPECT_EQ(decide(officer, proposed({})).error().key, "lawful_order.nothing_proposed");
}

TEST_F(LawfulOrders, TellThePersonUnlessALawSaysNotYetAndThenWhenTheDayComes) {
    const auto kept = proposed();
    EXPECT_EQ(decide(officer, kept, {Date{2024, 8, 1}, ""}).error().key, "lawful_order.telling_law");
    EXPECT_EQ(decide(officer, kept, {{}, "article 9"}).error().key, "lawful_order.telling_law");
    EXPECT_EQ(decide(officer, kept, {Date{2024, 5, 14}, "article 9"}).error().key, "lawful_order.telling_law");
    EXPECT_EQ(decide(officer, kept, {Date{9999, 12, 31}, "article 9"}).error().key, "lawful_order.telling_far");
    EXPECT_TRUE(has_task(officer, "decide_order"));
    const auto done = *decide(officer, kept, {Date{2024, 8, 1}, "Code of criminal procedure, article 352"});
    EXPECT_FALSE(has_task(officer, "decide_order"));
    EXPECT_FALSE(has_task(officer, "tell_person"));
    const auto tell = [&](Date on) { return act<LawfulOrder>(officer, [&](Work& work) { return note_told(work, done.id, done.version, on); }); };
    EXPECT_EQ(tell(Date{2024, 5, 14}).error().key, "lawful_order.told_on");
    now = *Instant::parse("2024-08-01T09:00:00Z");
    EXPECT_TRUE(has_task(officer, "tell_person"));
    ASSERT_TRUE(tell(Date{2024, 8, 1}));
    EXPECT_FALSE(has_task(officer, "tell_person"));
    EXPECT_EQ(read(done.id, officer).told_on, (Date{2024, 8, 1}));
}

TEST_F(LawfulOrders, StandInTheFileOnceThePersonWasTold) {
    const auto told = [&](const Actor& who) { return act<std::vector<LawfulOrder>>(who, [&](Work& work) { return told_orders(work, file); }); };
    const auto done = *decide(officer, proposed());
    EXPECT_TRUE(told(worker)->empty());
    ASSERT_TRUE(act<LawfulOrder>(officer, [&](Work& work) { return note_told(work, done.id, done.version, work.today()); }));
    const auto seen = told(worker);
    ASSERT_TRUE(seen);
    ASSERT_EQ(seen->size(), 1);
    EXPECT_EQ(seen->front().issuer, "District court of Margilan");
    EXPECT_FALSE(told(officer));
    EXPECT_FALSE(told(other_worker));
}

TEST_F(LawfulOrders, WaitForTheCoordinatorThenForTheOfficer) {
    const auto kept = recorded();
    EXPECT_TRUE(has_task(coordinator, "propose_extract"));
    EXPECT_FALSE(has_task(officer, "decide_order"));
    ASSERT_TRUE(propose(coordinator, kept, {"district"}));
    EXPECT_FALSE(has_task(coordinator, "propose_extract"));
    EXPECT_TRUE(has_task(officer, "decide_order"));
    EXPECT_FALSE(has_task(worker, "decide_order"));
}

/// No account for whoever asks: neither the code's roles nor the table's.
TEST_F(LawfulOrders, OpenNoAccountForSecurityBodies) {
    store::Connection db(file_path(), store::Connection::Mode::read_write);
    for (const char* role : {"police", "security", "intelligence", "investigator", "prosecutor", "court", "military", "border_guard"}) {
        EXPECT_FALSE(access::role_from(role)) << role;
        EXPECT_ANY_THROW(db.run("INSERT INTO accounts (id, username, name, role, language, region, member, password_hash, created_at)"
                                " VALUES ($1, $2, 'n', $2, 'en', '', '', 'x', $3)", access::AccountId::make(now), std::string(role), now)) << role;
    }
}

}  // namespace
}  // namespace homeward::casework

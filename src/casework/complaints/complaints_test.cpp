#include "casework/casework_fixture.h"
#include "casework/complaints/complaint.h"
#include "people/circle.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct ComplaintsTest : CaseworkFixture {
    Actor far_supervisor = staff("supervisor2", Role::supervisor, "UZ-AN"), psychologist = staff("psychologist", Role::psychologist, "UZ-FA");

    ComplaintsTest() {
        EXPECT_TRUE(act<people::NamingId>(supervisor, [&](Work& work) { return name_in_circle(work, person, psychologist.id, people::CirclePart::psychologist); }));
    }
    Result<ComplaintId> complain(const Actor& who, const NewComplaint& complaint) {
        return act<ComplaintId>(who, [&](Work& work) { return record_complaint(work, request(), complaint); });
    }
    NewComplaint about(ComplaintAbout subject, std::optional<access::AccountId> whom = {}) {
        return {ComplaintKind::complaint, file, subject, whom, ComplaintVia::in_person, Date{2024, 5, 14}, "Nobody called back."};
    }
    Result<Complaint> see(const Actor& who, ComplaintId id) {
        return act<Complaint>(who, [&](Work& work) { return read_complaint(work, id); });
    }
};

TEST_F(ComplaintsTest, AComplaintIsAnsweredInTimeAndAskedAfter) {
    const auto id = *complain(worker, about(ComplaintAbout::service));
    EXPECT_EQ(see(worker, id)->answer_by, (Date{2024, 6, 13}));
    EXPECT_EQ(see(worker, id)->reference, "C-2024-00001");
    EXPECT_TRUE(has_task(supervisor, "answer_complaint"));
    EXPECT_FALSE(has_task(far_supervisor, "answer_complaint"));
    EXPECT_EQ(see(coordinator, id).error().code, ErrorCode::not_found);
    const auto answer = [&](const Actor& who, int version) {
        return act<Complaint>(who, [&](Work& work) { return answer_complaint(work, id, version, "We are sorry; here is the number."); });
    };
    EXPECT_EQ(answer(worker, 1).error().key, "complaint.not_yours_to_answer");
    ASSERT_TRUE(answer(supervisor, 1));
    EXPECT_EQ(answer(supervisor, 1).error().key, "edit.changed_meanwhile");
    EXPECT_FALSE(has_task(supervisor, "answer_complaint"));
    EXPECT_TRUE(has_task(worker, "ask_complaint"));
    ASSERT_TRUE(act<Complaint>(worker, [&](Work& work) { return note_satisfaction(work, id, 2, Satisfied::no, "Still nobody calls."); }));
    const auto escalated = act<Complaint>(worker, [&](Work& work) { return escalate_complaint(work, id, 3, "Not solved."); });
    EXPECT_EQ(escalated->state(), ComplaintState::open);
    EXPECT_EQ(escalated->moves.size(), 4u);
    EXPECT_EQ(answer(supervisor, 4).error().key, "complaint.not_yours_to_answer");
    EXPECT_TRUE(has_task(coordinator, "answer_complaint"));
    EXPECT_TRUE(answer(coordinator, 4));
    EXPECT_EQ(number("SELECT escalated FROM complaint_facts"), 1);
}

TEST_F(ComplaintsTest, NobodyReadsAComplaintAboutThemselves) {
    // The social worker takes down what is said about herself: she keeps the reference for the receipt, and nothing else.
    const auto id = *complain(worker, about(ComplaintAbout::staff));
    const auto hers = *see(worker, id);
    EXPECT_FALSE(hers.may_read);
    EXPECT_EQ(hers.text, "");
    EXPECT_EQ(hers.about, ComplaintAbout::other);
    EXPECT_FALSE(hers.case_id || hers.about_account);
    EXPECT_TRUE(hers.moves.empty());
    EXPECT_EQ(see(psychologist, id).error().code, ErrorCode::not_found);
    EXPECT_EQ(see(supervisor, id)->about_account, worker.id);
    // Of a supervisor: past all supervisors of the region, whatever was ticked.
    const auto second = *complain(psychologist, about(ComplaintAbout::staff, supervisor.id));
    EXPECT_EQ(see(supervisor, second).error().code, ErrorCode::not_found);
    EXPECT_EQ(see(worker, second).error().code, ErrorCode::not_found);
    EXPECT_EQ(see(coordinator, second)->about, ComplaintAbout::supervisor);
    EXPECT_FALSE(see(psychologist, second)->may_read);
    EXPECT_TRUE(has_task(coordinator, "answer_complaint"));
    const history::Compartment all[] = {history::Compartment::record, history::Compartment::grants, history::Compartment::psychosocial};
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) { return history::changes_of(work, person.uuid, all, "", {}, 100); });
    for (const auto& change : changes) EXPECT_NE(change.thing, "complaint");
    const auto listed = *act<ComplaintPage>(worker, [&](Work& work) { return list_complaints(work, {ComplaintFilter::State::all, {}, "", 50}); });
    ASSERT_EQ(listed.items.size(), 1u);
    EXPECT_EQ(listed.items[0].text, "");
}

TEST_F(ComplaintsTest, AnAnonymousComplaintHasAKeyOfItsOwn) {
    NewComplaint complaint = about(ComplaintAbout::privacy);
    complaint.case_id.reset();
    complaint.via = ComplaintVia::box;
    const auto id = *complain(worker, complaint);
    EXPECT_EQ(see(supervisor, id)->text, "Nobody called back.");
    EXPECT_EQ(number("SELECT count(*) FROM person_keys WHERE person_id = '" + id.str() + "'"), 1);
    EXPECT_FALSE(see(worker, id)->may_read);
    EXPECT_EQ(see(other_worker, id).error().code, ErrorCode::not_found);
}

TEST_F(ComplaintsTest, TheTermIsTheProgrammesOwnAndTheReceiptTellsIt) {
    const auto set = [&](const Actor& who, int days, const char* source) { return act<void>(who, [&](Work& work) { return set_term(work, days, source); }); };
    EXPECT_EQ(set(supervisor, 15, "law").error().code, ErrorCode::forbidden);
    EXPECT_EQ(set(coordinator, 0, "law").error().key, "complaint.days");
    EXPECT_EQ(set(coordinator, 15, " ").error().key, "complaint.source_missing");
    ASSERT_TRUE(set(coordinator, 15, "Law on appeals, 2017"));
    const auto id = *complain(worker, about(ComplaintAbout::service));
    EXPECT_EQ(see(worker, id)->answer_by, (Date{2024, 5, 29}));
    const auto pdf = *act<std::string>(worker, [&](Work& work) -> Result<std::string> { return complaint_receipt(work, TRY(read_complaint(work, id)), "ru"); });
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
}

TEST_F(ComplaintsTest, AComplaintOfLongAgoHasATermToo) {
    for (const Date on : {Date{1969, 12, 31}, Date{1, 1, 1}}) {
        NewComplaint complaint = about(ComplaintAbout::service);
        complaint.received_on = on;
        EXPECT_TRUE(complain(worker, complaint));
    }
}

TEST_F(ComplaintsTest, ThePagesOfAListMeet) {
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(complain(worker, about(ComplaintAbout::service)));
    std::set<std::string> seen;
    std::string after;
    for (int page = 0; page < 3; ++page) {
        const auto part = *act<ComplaintPage>(supervisor, [&](Work& work) { return list_complaints(work, {ComplaintFilter::State::open, {}, after, 2}); });
        for (const auto& complaint : part.items) seen.insert(complaint.reference);
        after = part.next.value_or("");
        EXPECT_EQ(after.empty(), page == 2);
    }
    EXPECT_EQ(seen.size(), 5u);
    now = now.plus_days(40);
    EXPECT_EQ(act<ComplaintPage>(supervisor, [&](Work& work) { return list_complaints(work, {ComplaintFilter::State::overdue, {}, "", 50}); })->items.size(), 5u);
}

}  // namespace
}  // namespace homeward::casework

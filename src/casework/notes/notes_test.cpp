#include "access/program_for_tests.h"
#include "casework/complaints/complaint.h"
#include "casework/incidents/incident.h"
#include "casework/notes/compartment.h"
#include "casework/visits/visit_note.h"
#include "people/circle.h"
#include "people/create_person.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct NotesTest : access::ProgramTest {
    people::Register people{"UZ"};
    Actor worker, other_worker, supervisor, far_supervisor, coordinator, psychologist, other_psychologist, officer, admin;
    people::PersonId person;
    CaseId file;
    int requests = 0;

    NotesTest()
        : ProgramTest(*Instant::parse("2024-05-14T09:00:00Z"), {vault::schema(), history::schema(), people::schema(), schema()}, access::Holds::records) {
        people.load(*store, vault);
        worker = staff("worker", Role::social_worker, "UZ-FA");
        other_worker = staff("worker2", Role::social_worker, "UZ-FA");
        supervisor = staff("supervisor", Role::supervisor, "UZ-FA");
        far_supervisor = staff("supervisor2", Role::supervisor, "UZ-AN");
        coordinator = staff("coordinator", Role::coordinator);
        psychologist = staff("psychologist", Role::psychologist, "UZ-FA");
        other_psychologist = staff("psychologist2", Role::psychologist, "UZ-FA");
        officer = staff("officer", Role::data_protection_officer);
        admin = staff("admin", Role::admin);
        people::NewPerson returnee;
        returnee.names = {{"Family", "Given", ""}};
        returnee.region = "UZ-FA";
        returnee.stage_id = "uz-mehr-5";
        returnee.assigned_to = worker.id;
        person = *act<people::PersonId>(system, [&](Work& work) { return create_person(work, people, returnee); });
        file = *act<CaseId>(worker, [&](Work& work) { return open_case(work, people, person); });
        EXPECT_TRUE(name(psychologist));
    }
    std::string request() {
        Instant at = now;
        at.ms += ++requests;
        return to_string(make_uuid(at));
    }
    Result<people::NamingId> name(const Actor& who, const std::optional<Actor>& by = {}) {
        return act<people::NamingId>(by.value_or(supervisor), [&](Work& work) { return name_in_circle(work, person, who.id, people::CirclePart::psychologist); });
    }
    static NoteContent session(const std::string& text) {
        return {NoteKind::session, NoteState::kept, Date{2024, 5, 14}, Attendance::came_late, NextStep::another_session, Date{2024, 5, 28}, text};
    }
    Result<CaseNoteId> write(const Actor& who, const NoteContent& content) {
        return act<CaseNoteId>(who, [&](Work& work) { return write_note(work, file, request(), content); });
    }
    Result<std::vector<CaseNote>> notes(const Actor& who) {
        return act<std::vector<CaseNote>>(who, [&](Work& work) -> Result<std::vector<CaseNote>> {
            return TRY(notes_of(work, TRY(require_case(work, file, access::Permission::read_case)), std::nullopt, 50)).items;
        });
    }
    void end_account(const Actor& who) { run("UPDATE accounts SET disabled_at = '2024-05-14T10:00:00Z' WHERE id = '" + who.id.str() + "'"); }
    Done succeed(const Actor& by, const Actor& writer, const Actor& successor) {
        return act<void>(by, [&](Work& work) { return name_successor(work, file, writer.id, successor.id); });
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
    std::vector<std::string> tasks(const Actor& who) {
        std::vector<std::string> kinds;
        const auto tasks = *act<std::vector<Task>>(who, [](Work& work) -> Result<std::vector<Task>> { return tasks_of(work); });
        for (const auto& task : tasks) kinds.push_back(task.kind);
        return kinds;
    }
    bool waits(const Actor& who, const std::string& kind) { return std::ranges::count(tasks(who), kind) > 0; }
};

TEST_F(NotesTest, TheCircleIsNamedByASupervisorAndEnds) {
    EXPECT_EQ(name(psychologist).error().key, "circle.named_already");
    EXPECT_EQ(name(worker).error().key, "circle.not_nameable");
    EXPECT_EQ(name(other_psychologist, worker).error().code, ErrorCode::forbidden);
    EXPECT_EQ(name(other_psychologist, far_supervisor).error().code, ErrorCode::forbidden);
    ASSERT_TRUE(notes(psychologist));
    const auto naming = get<std::vector<people::Naming>>([&](store::Connection& db) -> Result<std::vector<people::Naming>> { return circle_of(db, person); }).front();
    ASSERT_TRUE(act<void>(supervisor, [&](Work& work) { return people::end_naming(work, naming.id); }));
    EXPECT_EQ(notes(psychologist).error().code, ErrorCode::forbidden);
    EXPECT_EQ(act<void>(supervisor, [&](Work& work) { return people::end_naming(work, naming.id); }).error().key, "circle.ended_already");
    EXPECT_EQ(leaves("circle.named"), 1);
    EXPECT_EQ(leaves("circle.ended"), 1);
}

TEST_F(NotesTest, ASessionIsReadByItsWriterAndOthersSeeAttendanceAndNextStep) {
    ASSERT_TRUE(write(psychologist, session("What was said in confidence.")));
    ASSERT_TRUE(name(other_psychologist));
    EXPECT_EQ(notes(psychologist)->at(0).text, "What was said in confidence.");
    for (const auto& reader : {worker, supervisor, other_psychologist}) {
        const auto seen = *notes(reader);
        ASSERT_EQ(seen.size(), 1u);
        EXPECT_FALSE(seen[0].may_read);
        EXPECT_EQ(seen[0].text, "");
        EXPECT_EQ(seen[0].attendance, Attendance::came_late);
        EXPECT_EQ(seen[0].next_on, (Date{2024, 5, 28}));
    }
    for (const auto& stranger : {other_worker, coordinator, officer, admin, far_supervisor}) EXPECT_EQ(notes(stranger).error().code, ErrorCode::forbidden);
    // Not even a program that acts by itself, whose rights reach everywhere.
    EXPECT_FALSE(notes(system)->at(0).may_read);
}

TEST_F(NotesTest, WhatASessionSaidBeforeIsInItsCompartmentToo) {
    const auto id = *write(psychologist, session("first words"));
    const auto changed = act<CaseNote>(psychologist, [&](Work& work) { return change_note(work, id, 1, session("second words")); });
    EXPECT_EQ(changed->version, 2);
    EXPECT_EQ(act<CaseNote>(psychologist, [&](Work& work) { return change_note(work, id, 1, session("third")); }).error().key, "edit.changed_meanwhile");
    const auto history = [&](const Actor& who) {
        return act<std::vector<history::Change>>(who, [&](Work& work) { return note_history(work, id); });
    };
    ASSERT_EQ(history(psychologist)->size(), 1u);
    EXPECT_EQ(history(psychologist)->at(0).before, "first words");
    EXPECT_EQ(history(worker).error().key, "note.sealed");
    EXPECT_EQ(history(supervisor).error().key, "note.sealed");
    const history::Compartment record[] = {history::Compartment::record, history::Compartment::grants};
    const auto open = act<std::vector<history::Change>>(supervisor, [&](Work& work) { return history::changes_of(work, person.uuid, record, "", {}, 100); });
    for (const auto& change : *open) EXPECT_TRUE(change.before != "first words" && change.after != "second words");
    EXPECT_EQ(act<CaseNote>(worker, [&](Work& work) { return change_note(work, id, 2, session("mine")); }).error().key, "note.not_yours");
}

TEST_F(NotesTest, TheFileOfTheDatabaseHoldsNoWordOfIt) {
    ASSERT_TRUE(write(psychologist, session("unmistakable")));
    EXPECT_EQ(number("SELECT count(*) FROM case_notes WHERE instr(CAST(text_sealed AS TEXT), 'unmistakable') > 0"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM audit_leaves WHERE instr(details, 'unmistakable') > 0"), 0);
}

TEST_F(NotesTest, ASuccessorIsNamedByTheWriterOrAfterTheirAccountEnded) {
    ASSERT_TRUE(write(psychologist, session("To be handed on.")));
    EXPECT_EQ(succeed(psychologist, psychologist, other_psychologist).error().key, "note.successor_not_named");
    ASSERT_TRUE(name(other_psychologist));
    EXPECT_EQ(succeed(supervisor, psychologist, other_psychologist).error().key, "note.succession_not_yours");
    EXPECT_EQ(succeed(worker, psychologist, other_psychologist).error().key, "note.succession_not_yours");
    EXPECT_EQ(succeed(other_psychologist, psychologist, other_psychologist).error().key, "note.succession_not_yours");
    end_account(psychologist);
    ASSERT_TRUE(succeed(supervisor, psychologist, other_psychologist));
    EXPECT_EQ(notes(other_psychologist)->at(0).text, "To be handed on.");
    EXPECT_FALSE(notes(supervisor)->at(0).may_read);
    EXPECT_EQ(leaves("note.successor_named"), 1);
    EXPECT_EQ(get<std::vector<Succession>>([&](store::Connection& db) -> Result<std::vector<Succession>> { return successions_of(db, file); }).at(0).named_by, supervisor.id);
}

TEST_F(NotesTest, ADraftIsItsWritersAlone) {
    NoteContent draft{NoteKind::note, NoteState::draft, Date{2024, 5, 14}, {}, {}, {}, "half a th"};
    const auto id = *write(worker, draft);
    EXPECT_EQ(notes(worker)->size(), 1u);
    EXPECT_TRUE(notes(supervisor)->empty());
    EXPECT_EQ(act<CaseNote>(supervisor, [&](Work& work) { return read_note(work, id); }).error().code, ErrorCode::not_found);
    draft.state = NoteState::kept;
    draft.text = "half a thought, and the other half";
    ASSERT_TRUE(act<CaseNote>(worker, [&](Work& work) { return change_note(work, id, 1, draft); }));
    EXPECT_EQ(notes(supervisor)->at(0).text, draft.text);
    EXPECT_FALSE(notes(supervisor)->at(0).changed_at) << "what was a draft before is no change of a note";
    // The psychologist works with the person and sees that there is a note; it is not for them.
    EXPECT_FALSE(notes(psychologist)->at(0).may_read);
    draft.state = NoteState::draft;
    EXPECT_EQ(act<CaseNote>(worker, [&](Work& work) { return change_note(work, id, 2, draft); }).error().key, "note.kept_already");
    EXPECT_EQ(act<void>(worker, [&](Work& work) { return discard_draft(work, id); }).error().key, "note.kept_already");
}

TEST_F(NotesTest, EachKindHasItsWriters) {
    const NoteContent note{NoteKind::note, NoteState::kept, Date{2024, 5, 14}, {}, {}, {}, "words"};
    NoteContent guidance = note;
    guidance.kind = NoteKind::guidance;
    EXPECT_TRUE(write(worker, note));
    EXPECT_TRUE(write(supervisor, guidance));
    EXPECT_EQ(write(worker, guidance).error().code, ErrorCode::forbidden);
    EXPECT_EQ(write(psychologist, note).error().code, ErrorCode::forbidden);
    EXPECT_EQ(write(supervisor, session("no")).error().code, ErrorCode::forbidden);
    EXPECT_EQ(write(worker, {NoteKind::note, NoteState::kept, Date{2024, 5, 14}, {}, {}, {}, " "}).error().key, "note.empty");
    NoteContent incomplete = session("x");
    incomplete.next_on.reset();
    EXPECT_EQ(write(psychologist, incomplete).error().key, "note.next_on_missing");
}

TEST_F(NotesTest, WhatIsSentTwiceCountsOnce) {
    const std::string key = request();
    const auto note = [&] {
        return act<CaseNoteId>(worker, [&](Work& work) {
            return write_note(work, file, key, {NoteKind::note, NoteState::kept, Date{2024, 5, 14}, {}, {}, {}, "words"});
        });
    };
    EXPECT_EQ(*note(), *note());
    EXPECT_EQ(act<CaseNoteId>(supervisor, [&](Work& work) {
        return write_note(work, file, key, {NoteKind::note, NoteState::kept, Date{2024, 5, 14}, {}, {}, {}, "other"});
    }).error().key, "note.request_used");
    VisitNote visit;
    visit.request_id = request();
    visit.done_on = {2024, 5, 14};
    visit.next_on = Date{2024, 5, 28};
    const auto noted = [&] { return act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, visit); }); };
    const auto first = *noted(), second = *noted();
    EXPECT_EQ(first.visit_id, second.visit_id);
    EXPECT_EQ(first.next_visit_id, second.next_visit_id);
    EXPECT_EQ(number("SELECT count(*) FROM case_visits"), 2);
}

TEST_F(NotesTest, AVisitSaysHowItWentAndTheNextIsPlanned) {
    const auto planned = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, {2024, 5, 20}); });
    VisitNote note;
    note.request_id = request();
    note.visit_id = planned;
    note.done_on = {2024, 5, 14};
    note.kind = VisitKind::school;
    note.met = {"teacher", "child"};
    note.wellbeing = Wellbeing::mixed;
    note.note = "The class is friendly.";
    note.next_on = Date{2024, 5, 28};
    ASSERT_TRUE(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }));
    const auto visits = *act<std::vector<Visit>>(worker, [&](Work& work) { return visits_of(work, *get_case(work.db, file)); });
    ASSERT_EQ(visits.size(), 2u);
    EXPECT_EQ(visits[1].id, planned);
    EXPECT_EQ(visits[1].met, (std::vector<std::string>{"child", "teacher"}));
    EXPECT_EQ(visits[1].wellbeing, Wellbeing::mixed);
    EXPECT_EQ(visits[1].note, "The class is friendly.");
    note.request_id = request();
    EXPECT_EQ(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }).error().key, "visit.done_already");
    note.met = {"inspector"};
    EXPECT_EQ(act<NotedVisit>(worker, [&](Work& work) { return note_visit(work, people, file, note); }).error().key, "visit.met_unknown");
}

TEST_F(NotesTest, TheNearestReasonDecidesOnTheNextVisit) {
    VisitNote note;
    note.done_on = {2024, 5, 14};
    const Date long_ago{2023, 1, 1};
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 6, 13}));
    EXPECT_EQ(next_visit(note, {2024, 5, 1}), (Date{2024, 5, 28}));
    note.wellbeing = Wellbeing::hard;
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 21}));
    note.support = Support::soon;
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 17}));
    note = {};
    note.done_on = {2024, 5, 14};
    note.met = {"nobody"};
    EXPECT_EQ(next_visit(note, long_ago), (Date{2024, 5, 21}));
}

TEST_F(NotesTest, APlannedVisitIsPutOffOrFallsOutWithAReason) {
    const auto visit = *act<VisitId>(worker, [&](Work& work) { return plan_visit(work, file, {2024, 5, 20}); });
    const auto move = [&](int version, Date to, VisitReason reason, const char* why) {
        return act<void>(worker, [&](Work& work) { return move_visit(work, visit, version, to, reason, why); });
    };
    EXPECT_EQ(move(1, {2024, 5, 13}, VisitReason::road, "").error().key, "visit.in_the_past");
    EXPECT_EQ(move(1, {2024, 5, 20}, VisitReason::road, "").error().key, "visit.same_day");
    EXPECT_EQ(move(1, {2024, 5, 22}, VisitReason::other, " ").error().key, "visit.why_needed");
    ASSERT_TRUE(move(1, {2024, 5, 22}, VisitReason::family_asked, "A wedding."));
    EXPECT_EQ(move(1, {2024, 5, 23}, VisitReason::road, "").error().key, "edit.changed_meanwhile");
    EXPECT_TRUE(waits(worker, "visit"));
    ASSERT_TRUE(act<void>(worker, [&](Work& work) { return cancel_visit(work, visit, 2, VisitReason::plan_changed, ""); }));
    EXPECT_FALSE(waits(worker, "visit"));
    const auto changes = *act<std::vector<VisitChange>>(worker, [&](Work& work) { return visit_changes(work, *get_case(work.db, file)); });
    ASSERT_EQ(changes.size(), 2u);
    const auto& moved = changes[0].to ? changes[0] : changes[1];
    EXPECT_EQ(moved.why, "A wedding.");
    EXPECT_EQ(moved.from, (Date{2024, 5, 20}));
}

TEST_F(NotesTest, AnIncidentIsFollowedUntilItIsClosed) {
    NewIncident incident{IncidentPlace::school, IncidentKind::name_calling, Date{2024, 5, 13}, "Names were called after her in the yard.", "The teacher was told.", Date{2024, 5, 21}};
    const auto id = *act<IncidentId>(worker, [&](Work& work) { return log_incident(work, file, request(), incident); });
    EXPECT_TRUE(waits(worker, "follow_incident"));
    EXPECT_FALSE(waits(other_worker, "follow_incident"));
    const auto follow = [&](int version, std::optional<Date> next, std::optional<IncidentOutcome> outcome) {
        return act<Incident>(worker, [&](Work& work) { return follow_incident(work, id, version, {2024, 5, 14}, "Spoke with the class.", next, outcome); });
    };
    EXPECT_EQ(follow(1, {}, {}).error().key, "incident.follow_up_missing");
    EXPECT_EQ(follow(1, Date{2024, 5, 28}, {})->version, 2);
    EXPECT_EQ(follow(1, Date{2024, 5, 28}, {}).error().key, "edit.changed_meanwhile");
    incident.what = "Names were called after her in the yard, twice.";
    ASSERT_TRUE(act<Incident>(worker, [&](Work& work) { return change_incident(work, id, 2, incident); }));
    const auto closed = follow(3, {}, IncidentOutcome::stopped);
    EXPECT_EQ(closed->steps.size(), 2u);
    EXPECT_EQ(follow(4, {}, IncidentOutcome::stopped).error().key, "incident.closed");
    EXPECT_FALSE(waits(worker, "follow_incident"));
    EXPECT_EQ(text("SELECT place || ' ' || outcome FROM incident_facts"), "school stopped");
    EXPECT_EQ(act<Incident>(other_worker, [&](Work& work) { return read_incident(work, id); }).error().code, ErrorCode::forbidden);
}

TEST_F(NotesTest, TheFactsNameNobody) {
    for (const char* view : {"incident_facts", "complaint_facts"}) {
        EXPECT_EQ(number(std::string("SELECT count(*) FROM pragma_table_info('") + view + "') WHERE name LIKE '%id' OR name LIKE '%sealed' OR name LIKE '%by'"
                         " AND name NOT LIKE 'answer_by'"), 0) << view;
    }
}

TEST_F(NotesTest, AComplaintIsAnsweredInTimeAndAskedAfter) {
    const auto id = *complain(worker, about(ComplaintAbout::service));
    EXPECT_EQ(see(worker, id)->answer_by, (Date{2024, 6, 13}));
    EXPECT_EQ(see(worker, id)->reference, "C-2024-00001");
    EXPECT_TRUE(waits(supervisor, "answer_complaint"));
    EXPECT_FALSE(waits(far_supervisor, "answer_complaint"));
    EXPECT_EQ(see(coordinator, id).error().code, ErrorCode::not_found);
    const auto answer = [&](const Actor& who, int version) {
        return act<Complaint>(who, [&](Work& work) { return answer_complaint(work, id, version, "We are sorry; here is the number."); });
    };
    EXPECT_EQ(answer(worker, 1).error().key, "complaint.not_yours_to_answer");
    ASSERT_TRUE(answer(supervisor, 1));
    EXPECT_EQ(answer(supervisor, 1).error().key, "edit.changed_meanwhile");
    EXPECT_FALSE(waits(supervisor, "answer_complaint"));
    EXPECT_TRUE(waits(worker, "ask_complaint"));
    ASSERT_TRUE(act<Complaint>(worker, [&](Work& work) { return note_satisfaction(work, id, 2, Satisfied::no, "Still nobody calls."); }));
    const auto escalated = act<Complaint>(worker, [&](Work& work) { return escalate_complaint(work, id, 3, "Not solved."); });
    EXPECT_EQ(escalated->state(), ComplaintState::open);
    EXPECT_EQ(escalated->moves.size(), 4u);
    EXPECT_EQ(answer(supervisor, 4).error().key, "complaint.not_yours_to_answer");
    EXPECT_TRUE(waits(coordinator, "answer_complaint"));
    EXPECT_TRUE(answer(coordinator, 4));
    EXPECT_EQ(number("SELECT escalated FROM complaint_facts"), 1);
}

TEST_F(NotesTest, NobodyReadsAComplaintAboutThemselves) {
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
    EXPECT_TRUE(waits(coordinator, "answer_complaint"));
    const history::Compartment all[] = {history::Compartment::record, history::Compartment::grants, history::Compartment::psychosocial};
    const auto changes = *act<std::vector<history::Change>>(worker, [&](Work& work) { return history::changes_of(work, person.uuid, all, "", {}, 100); });
    for (const auto& change : changes) EXPECT_NE(change.thing, "complaint");
    const auto listed = *act<ComplaintPage>(worker, [&](Work& work) { return list_complaints(work, {ComplaintFilter::State::all, {}, "", 50}); });
    ASSERT_EQ(listed.items.size(), 1u);
    EXPECT_EQ(listed.items[0].text, "");
}

TEST_F(NotesTest, AnAnonymousComplaintHasAKeyOfItsOwn) {
    NewComplaint complaint = about(ComplaintAbout::privacy);
    complaint.case_id.reset();
    complaint.via = ComplaintVia::box;
    const auto id = *complain(worker, complaint);
    EXPECT_EQ(see(supervisor, id)->text, "Nobody called back.");
    EXPECT_EQ(number("SELECT count(*) FROM person_keys WHERE person_id = '" + id.str() + "'"), 1);
    EXPECT_FALSE(see(worker, id)->may_read);
    EXPECT_EQ(see(other_worker, id).error().code, ErrorCode::not_found);
}

TEST_F(NotesTest, TheTermIsTheProgrammesOwnAndTheReceiptTellsIt) {
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

TEST_F(NotesTest, AComplaintOfLongAgoHasATermToo) {
    const auto record = [&](Date on) {
        return act<ComplaintId>(worker, [&](Work& work) {
            return record_complaint(work, request(), {ComplaintKind::complaint, file, ComplaintAbout::service, {}, ComplaintVia::letter, on, "It was never answered."});
        });
    };
    EXPECT_TRUE(record({1969, 12, 31}));
    EXPECT_TRUE(record({1, 1, 1}));
}

TEST_F(NotesTest, ThePagesOfAListMeet) {
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

TEST_F(NotesTest, APsychologistHasTheirPeopleByTheNextSession) {
    const auto mine = [&](const Actor& who) { return act<std::vector<CarePerson>>(who, [&](Work& work) { return people_in_care(work, "", 10); }); };
    EXPECT_EQ(mine(psychologist)->at(0).next_on, std::nullopt);
    ASSERT_TRUE(write(psychologist, session("x")));
    EXPECT_EQ(mine(psychologist)->at(0).next_on, (Date{2024, 5, 28}));
    EXPECT_EQ(mine(psychologist)->at(0).last_attendance, Attendance::came_late);
    EXPECT_TRUE(mine(other_psychologist)->empty());
    EXPECT_EQ(mine(worker).error().code, ErrorCode::forbidden);
}

}  // namespace
}  // namespace homeward::casework

#include "casework/casework_fixture.h"
#include "casework/notes/compartment.h"
#include "people/circle.h"

namespace homeward::casework {
namespace {

using access::Actor;
using access::Role;
using access::Work;

struct NotesTest : CaseworkFixture {
    Actor far_supervisor = staff("supervisor2", Role::supervisor, "UZ-AN"), psychologist = staff("psychologist", Role::psychologist, "UZ-FA"),
          other_psychologist = staff("psychologist2", Role::psychologist, "UZ-FA"), officer = staff("officer", Role::data_protection_officer),
          admin = staff("admin", Role::admin);

    NotesTest() { EXPECT_TRUE(name(psychologist)); }
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

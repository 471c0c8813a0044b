#pragma once
// Notes in compartments: of casework, and of a psychologist's sessions. Whose eyes a text is for: compartment.h.

#include <optional>
#include <string>
#include <vector>

#include "casework/case_file.h"
#include "history/history.h"

namespace homeward::casework {

struct CaseNoteTag;
using CaseNoteId = Id<CaseNoteTag>;

/// note: of a social worker or supervisor; guidance: of a supervisor, for the social worker; session: of a psychologist.
enum class NoteKind { note, guidance, session };
enum class NoteState { draft, kept };
/// How a person took part in a session: what others see of it, together with the next step.
enum class Attendance { came, came_late, did_not_come };
enum class NextStep { another_session, pause, ended, other_help };

/// What its writer says.
struct NoteContent {
    NoteKind kind = NoteKind::note;
    NoteState state = NoteState::kept;   ///< a draft is its writer's alone, in every kind
    Date happened_on;
    std::optional<Attendance> attendance;  ///< of a session, as is the next step
    std::optional<NextStep> next_step;
    std::optional<Date> next_on;           ///< of the next session
    std::string text;
};

/// One note as this reader may have it: without `may_read` the text is empty.
struct CaseNote : NoteContent {
    CaseNoteId id;
    CaseId case_id;
    access::AccountId written_by;
    Instant written_at;
    std::optional<Instant> changed_at;
    int version = 1;
    bool may_read = false;
};

/// Writes a note or its first draft. Sent twice with one `request_id` (a UUID), there is one.
///
/// errors    not_found; forbidden without write_note (sessions: write_sealed_note; guidance: also approve_plan);
///           conflict `case.closed`, `note.request_used`; invalid `note.empty`, `note.in_the_future`, `note.session_incomplete`,
///           `note.next_on_missing`, `note.not_a_session`, `note.request`, `case.text_long`
Result<CaseNoteId> write_note(access::Work& work, CaseId id, const std::string& request_id, const NoteContent& content);

/// Changes one's own note; what it said before stays in its history, in the same compartment. Its kind stays what it is.
/// errors    those, and forbidden `note.not_yours`; conflict `edit.changed_meanwhile`; invalid `note.kept_already` for a note made a draft
Result<CaseNote> change_note(access::Work& work, CaseNoteId id, int version, const NoteContent& content);

/// Throws one's own draft away.
/// errors    not_found; forbidden `note.not_yours`; conflict `note.kept_already`
Done discard_draft(access::Work& work, CaseNoteId id);

/// One note, as the actor may have it.
/// errors    not_found, also for another's draft; forbidden without read_case
Result<CaseNote> read_note(access::Work& work, CaseNoteId id);

struct NotePage {
    std::vector<CaseNote> items;
    std::optional<CaseNoteId> next;
};
/// A file's notes as the actor may have them, the latest day first.
/// after     the last note of the page before
Result<NotePage> notes_of(access::Work& work, const CaseFile& file, std::optional<CaseNoteId> after, int most);

/// What a note said before each change, newest first.
/// errors    those of read_note; forbidden `note.sealed` for whom its text is not
Result<std::vector<history::Change>> note_history(access::Work& work, CaseNoteId id);

/// A psychologist's own people: those for whom they were named and who have a case file.
struct CarePerson {
    people::PersonId person_id;
    CaseId case_id;
    std::optional<Date> last_session_on;
    std::optional<Attendance> last_attendance;
    std::optional<Date> next_on;   ///< of the newest session, their own or another's
    std::string cursor;
};
/// The next session first, then those without one; `after` is the cursor of the last one seen.
/// errors    forbidden without write_sealed_note
Result<std::vector<CarePerson>> people_in_care(access::Work& work, const std::string& after, int most);

}  // namespace homeward::casework

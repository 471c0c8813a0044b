#pragma once
// Whose eyes a note is for. This is the only place that answers, and note_store.cpp, which asks it, the only one that unseals.

#include "access/permission.h"
#include "casework/notes/note.h"

namespace homeward::casework {

/// In which compartment the changes of a note are kept.
history::Compartment compartment_of(NoteKind kind);

/// Whether the actor may know that a note is there: drafts are their writer's, the rest of whoever reads the case file.
/// relation  of the person whose file it is
bool may_know_of(const access::Actor& actor, const CaseNote& note, const access::Relation& relation);

/// Whether its text is for the actor.
///
/// A session: for its psychologist and the successors named for them, as long as they work with the person (write_sealed_note);
/// for nobody else, whatever their role, and no role is above this. A note of casework: for who writes notes in this file.
/// source    UNHCR Best Interests Procedure Guidelines (2021), confidentiality; IASC Data Responsibility (2023)
bool may_read_text(store::Connection& db, const access::Actor& actor, const CaseNote& note, const access::Relation& relation);

/// Whether what a psychologist wrote or attached in a file is for the actor, as the text of a session is.
/// writer   who wrote or attached it
bool may_read_session(store::Connection& db, const access::Actor& actor, CaseId id, access::AccountId writer, const access::Relation& relation);

/// One naming of who goes on with a psychologist's notes on one person.
struct Succession {
    access::AccountId writer, successor, named_by;
    Instant named_at;
};

/// Names a successor for the notes that a psychologist wrote in one file.
///
/// Their writer names one; a supervisor only where the writer's account has ended, so that help goes on.
/// errors    not_found; forbidden `note.succession_not_yours`; conflict `note.successor_already`, `note.no_sessions`;
///           invalid `note.successor_not_named` for who is not a psychologist in the person's circle
Done name_successor(access::Work& work, CaseId id, access::AccountId writer, access::AccountId successor);
/// All namings in a file, newest first; whoever reads the file sees them.
std::vector<Succession> successions_of(store::Connection& db, CaseId id);
/// Writers of sessions in a file for whom the actor may name a successor now.
std::vector<access::AccountId> writers_to_succeed(access::Work& work, const CaseFile& file);

}  // namespace homeward::casework

#pragma once
// The words of the API for notes. Only .cpp files include this: it pulls Boost.Describe.

#include "casework/notes/note.h"
#include "casework/visits/visit_codes.h"

namespace homeward::casework {

BOOST_DESCRIBE_ENUM(NoteKind, note, guidance, session)
BOOST_DESCRIBE_ENUM(NoteState, draft, kept)
BOOST_DESCRIBE_ENUM(Attendance, came, came_late, did_not_come)
BOOST_DESCRIBE_ENUM(NextStep, another_session, pause, ended, other_help)

}  // namespace homeward::casework

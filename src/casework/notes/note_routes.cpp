#include "casework/notes/note_routes.h"

#include "access/accounts.h"
#include "casework/bodies.h"
#include "casework/notes/compartment.h"
#include "casework/notes/note_codes.h"
#include "http/json_reply.h"
#include "people/circle.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;
using http::Reply;
using http::Request;

struct NoteAllows {
    bool change = false;
};
BOOST_DESCRIBE_STRUCT(NoteAllows, (), (change))
struct NoteBody {
    CaseNoteId id;
    NoteKind kind;
    NoteState state;
    Date happened_on;
    std::optional<Attendance> attendance;
    std::optional<NextStep> next_step;
    std::optional<Date> next_on;
    std::optional<std::string> text;  // absent where it is not for this reader
    StaffBody written_by;
    Instant written_at;
    std::optional<Instant> changed_at;
    int version;
    NoteAllows allows;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (id, kind, state, happened_on, attendance, next_step, next_on, text, written_by, written_at, changed_at, version, allows))
struct SuccessionBody {
    StaffBody writer, successor, named_by;
    Instant named_at;
};
BOOST_DESCRIBE_STRUCT(SuccessionBody, (), (writer, successor, named_by, named_at))
struct NotesAllows {
    bool note = false, guidance = false, session = false;
};
BOOST_DESCRIBE_STRUCT(NotesAllows, (), (note, guidance, session))
struct NotesBody {
    std::vector<NoteBody> items;
    std::optional<CaseNoteId> next;
    std::vector<SuccessionBody> successions;
    std::vector<StaffBody> may_succeed;         // for whose sessions the reader may name a successor
    std::vector<StaffBody> psychologists;       // whom the circle has, when the reader may name
    NotesAllows allows;
};
BOOST_DESCRIBE_STRUCT(NotesBody, (), (items, next, successions, may_succeed, psychologists, allows))

struct NoteInput {
    std::optional<std::string> request_id;
    std::optional<int> version;
    NoteKind kind;
    NoteState state;
    Date happened_on;
    std::optional<Attendance> attendance;
    std::optional<NextStep> next_step;
    std::optional<Date> next_on;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteInput, (), (request_id, version, kind, state, happened_on, attendance, next_step, next_on, text))
struct SuccessorInput {
    access::AccountId writer_id, successor_id;
};
BOOST_DESCRIBE_STRUCT(SuccessorInput, (), (writer_id, successor_id))
struct NoteChangeBody {
    std::string field, before, after;
    StaffBody by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NoteChangeBody, (), (field, before, after, by, at))
struct NoteHistoryBody {
    std::vector<NoteChangeBody> items;
};
BOOST_DESCRIBE_STRUCT(NoteHistoryBody, (), (items))
struct CareBody {
    people::PersonId person_id;
    CaseId case_id;
    std::string name, code;
    std::optional<Date> last_session_on;
    std::optional<Attendance> last_attendance;
    std::optional<Date> next_on;
};
BOOST_DESCRIBE_STRUCT(CareBody, (), (person_id, case_id, name, code, last_session_on, last_attendance, next_on))
struct CareListBody {
    std::vector<CareBody> items;
    std::optional<std::string> next;
    Date today;
};
BOOST_DESCRIBE_STRUCT(CareListBody, (), (items, next, today))

NoteContent content_of(const NoteInput& input) {
    return {input.kind, input.state, input.happened_on, input.attendance, input.next_step, input.next_on, input.text};
}

NoteBody note_body(Work& work, const CaseNote& note, bool file_open) {
    return {note.id, note.kind, note.state, note.happened_on, note.attendance, note.next_step, note.next_on,
            note.may_read ? std::optional(note.text) : std::nullopt, staff_body(work.db, note.written_by), note.written_at, note.changed_at, note.version,
            {file_open && note.may_read && note.written_by == work.actor.id}};
}

Result<Reply> one_note(Work& work, CaseNoteId id) {
    const CaseNote note = TRY(read_note(work, id));
    const CaseFile file = TRY(get_case(work.db, note.case_id));
    return http::ok(note_body(work, note, file.step != people::CaseStep::closed));
}

Result<Reply> list(Work& work, const Request& request) {
    const CaseFile file = TRY(require_case(work, TRY(http::id_of<CaseId>(request, "case_id")), Permission::read_case));
    const int limit = TRY(http::int_query(request, "limit", 20, 1, 100));
    const NotePage page = TRY(notes_of(work, file, TRY(http::id_query<CaseNoteId>(request, "cursor")), limit));
    const bool open = file.step != people::CaseStep::closed;
    NotesBody body;
    for (const auto& note : page.items) body.items.push_back(note_body(work, note, open));
    body.next = page.next;
    for (const auto& each : successions_of(work.db, file.id)) {
        body.successions.push_back({staff_body(work.db, each.writer), staff_body(work.db, each.successor), staff_body(work.db, each.named_by), each.named_at});
    }
    for (const auto& writer : writers_to_succeed(work, file)) body.may_succeed.push_back(staff_body(work.db, writer));
    if (!body.may_succeed.empty()) {
        for (const auto& naming : people::circle_of(work.db, file.person_id)) {
            if (!naming.ended_at && naming.part == people::CirclePart::psychologist) body.psychologists.push_back(staff_body(work.db, naming.account_id));
        }
    }
    const people::PersonRelation stored = TRY(people::relation_of(work.db, file.person_id));
    const access::Relation relation = stored;
    body.allows = {open && may(work.actor, Permission::write_note, relation),
                   open && may(work.actor, Permission::write_note, relation) && may(work.actor, Permission::approve_plan, relation),
                   open && may(work.actor, Permission::write_sealed_note, relation)};
    work.record({"notes.read", "case_file", file.id.str(), file.person_id.str()});
    return http::ok(body);
}

Result<Reply> versions(Work& work, const Request& request) {
    NoteHistoryBody body;
    for (const auto& change : TRY(note_history(work, TRY(http::id_of<CaseNoteId>(request, "note_id"))))) {
        body.items.push_back({change.field, change.before, change.after, staff_body(work.db, change.by), change.at});
    }
    return http::ok(body);
}

Result<Reply> care_list(Work& work, const people::Register& people, const Request& request) {
    const int limit = TRY(http::int_query(request, "limit", 30, 1, 100));
    auto found = TRY(people_in_care(work, std::string(request.query("cursor").value_or("")), limit + 1));
    CareListBody body;
    body.today = work.today();
    if (found.size() > static_cast<std::size_t>(limit)) {
        found.pop_back();
        body.next = found.back().cursor;
    }
    for (const auto& each : found) {
        const auto person = people.find(each.person_id);
        body.items.push_back({each.person_id, each.case_id, person ? person->name : "", person ? person->code : "", each.last_session_on, each.last_attendance, each.next_on});
    }
    return http::ok(body);
}

}  // namespace

void note_routes(http::Router& router, const people::Register& people) {
    router.write("GET", "/api/cases/{case_id}/notes", list);
    router.write("POST", "/api/cases/{case_id}/notes", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<NoteInput>(request));
        return one_note(work, TRY(write_note(work, TRY(http::id_of<CaseId>(request, "case_id")), input.request_id.value_or(""), content_of(input))));
    });
    router.write("PUT", "/api/notes/{note_id}", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<NoteInput>(request));
        if (!input.version) return invalid("json.missing", "version");
        return one_note(work, TRY(change_note(work, TRY(http::id_of<CaseNoteId>(request, "note_id")), *input.version, content_of(input))).id);
    });
    router.write("DELETE", "/api/notes/{note_id}", [](Work& work, const Request& request) -> Result<Reply> {
        TRY(discard_draft(work, TRY(http::id_of<CaseNoteId>(request, "note_id"))));
        return http::no_content();
    });
    router.write("GET", "/api/notes/{note_id}/history", versions);
    router.write("POST", "/api/cases/{case_id}/note-successors", [](Work& work, const Request& request) -> Result<Reply> {
        const auto input = TRY(http::body_as<SuccessorInput>(request));
        TRY(name_successor(work, TRY(http::id_of<CaseId>(request, "case_id")), input.writer_id, input.successor_id));
        return http::no_content();
    });
    router.read("GET", "/api/my-people", [&people](Work& work, const Request& request) { return care_list(work, people, request); });
}

}  // namespace homeward::casework

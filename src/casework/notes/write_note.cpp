#include "casework/notes/compartment.h"
#include "casework/notes/note_codes.h"
#include "people/relation.h"

namespace homeward::casework {
namespace {

using access::Permission;
using access::Work;

Permission right_to_write(NoteKind kind) { return kind == NoteKind::session ? Permission::write_sealed_note : Permission::write_note; }

Done check(const Work& work, const NoteContent& content) {
    const bool session = content.kind == NoteKind::session;
    if (!session && (content.attendance || content.next_step || content.next_on)) return invalid("note.not_a_session", "kind");
    if (session && (!content.attendance || !content.next_step)) return invalid("note.session_incomplete", content.attendance ? "next_step" : "attendance");
    if (session && (content.next_step == NextStep::another_session) != content.next_on.has_value()) return invalid("note.next_on_missing", "next_on");
    if (work.latest_today() < content.happened_on) return invalid("note.in_the_future", "happened_on");
    // Somebody who did not come leaves nothing to write down; every other note that is kept says something.
    const bool may_be_empty = content.state == NoteState::draft || session;
    if (!may_be_empty && trim(content.text).empty()) return invalid("note.empty", "text");
    return check_text(content.text, "text");
}

Result<CaseFile> file_to_write_in(Work& work, CaseId id, NoteKind kind) {
    CaseFile file = TRY(require_open_case(work, id, right_to_write(kind)));
    // Guidance is a supervisor's word: whoever decides on plans gives it.
    if (kind == NoteKind::guidance) TRY(require_case(work, id, Permission::approve_plan));
    return file;
}

history::Fields fields_of(const NoteContent& content) {
    return {{"happened_on", content.happened_on.str()}, {"text", content.text}, {"attendance", name_if_any(content.attendance).value_or("")},
            {"next_step", name_if_any(content.next_step).value_or("")}, {"next_on", content.next_on ? content.next_on->str() : ""}};
}

Result<std::optional<CaseNoteId>> written_before(Work& work, CaseId id, const std::string& request) {
    if (!parse_uuid(request)) return invalid("note.request", "request_id");
    auto query = work.db.query("SELECT id, case_id, written_by FROM case_notes WHERE request_id = $1", request);
    if (!query.next()) return std::optional<CaseNoteId>();
    if (query.row().get<CaseId>(1) != id || query.row().get<access::AccountId>(2) != work.actor.id) return conflict("note.request_used");
    return std::optional(query.row().get<CaseNoteId>(0));
}

/// The actor's own note, in a file that is open to them.
Result<CaseNote> own_note(Work& work, CaseNoteId id) {
    CaseNote note = TRY(read_note(work, id));
    if (note.written_by != work.actor.id) return forbidden("note.not_yours");
    TRY(file_to_write_in(work, note.case_id, note.kind));
    return note;
}

}  // namespace

Result<CaseNoteId> write_note(Work& work, CaseId id, const std::string& request_id, const NoteContent& content) {
    const CaseFile file = TRY(file_to_write_in(work, id, content.kind));
    TRY(check(work, content));
    if (const auto before = TRY(written_before(work, id, request_id))) return *before;
    const auto note = CaseNoteId::make(work.now);
    work.db.run("INSERT INTO case_notes (id, case_id, kind, state, happened_on, attendance, next_step, next_on, text_sealed, written_by, written_at, version, request_id)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)",
                note, id, json::name_of(content.kind), json::name_of(content.state), content.happened_on, name_if_any(content.attendance),
                name_if_any(content.next_step), content.next_on, TRY(sealed(work, file.person_id, {"case_notes", "text_sealed", note.str()}, content.text)),
                work.actor.id, work.now, request_id);
    work.record({"note.written", "case_note", note.str(), file.person_id.str(),
                 {{"kind", std::string(json::name_of(content.kind))}, {"state", std::string(json::name_of(content.state))}}});
    return note;
}

Result<CaseNote> change_note(Work& work, CaseNoteId id, int version, const NoteContent& content) {
    const CaseNote before = TRY(own_note(work, id));
    NoteContent after = content;
    after.kind = before.kind;
    TRY(check(work, after));
    if (before.state == NoteState::kept && after.state == NoteState::draft) return conflict("note.kept_already");
    if (before.version != version) return conflict("edit.changed_meanwhile");
    const CaseFile file = TRY(get_case(work.db, before.case_id));
    work.db.run("UPDATE case_notes SET state = $2, happened_on = $3, attendance = $4, next_step = $5, next_on = $6, text_sealed = $7,"
                " changed_at = CASE state WHEN 'kept' THEN $8 ELSE NULL END, version = version + 1 WHERE id = $1",
                id, json::name_of(after.state), after.happened_on, name_if_any(after.attendance), name_if_any(after.next_step), after.next_on,
                TRY(sealed(work, file.person_id, {"case_notes", "text_sealed", id.str()}, after.text)), work.now);
    // A draft is no record yet: what it said before it was kept is nobody's business.
    if (before.state == NoteState::kept) {
        TRY(history::note(work, file.person_id.uuid, {"case_note", id.str(), compartment_of(before.kind)}, fields_of(before), fields_of(after)));
    }
    work.record({"note.changed", "case_note", id.str(), file.person_id.str(), {{"version", std::to_string(version + 1)}}});
    return read_note(work, id);
}

Done discard_draft(Work& work, CaseNoteId id) {
    const CaseNote note = TRY(own_note(work, id));
    if (note.state != NoteState::draft) return conflict("note.kept_already");
    const CaseFile file = TRY(get_case(work.db, note.case_id));
    work.db.run("DELETE FROM case_notes WHERE id = $1", id);
    work.record({"note.draft_discarded", "case_note", id.str(), file.person_id.str()});
    return {};
}

}  // namespace homeward::casework
